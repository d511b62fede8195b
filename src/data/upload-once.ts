import { failureOf } from './failure.ts';
import type { Supabase } from './supabase.ts';

/** Stores a gzipped object; that it is there already is as good. True when it was not. */
export async function uploadOnce(
  bucket: ReturnType<Supabase['storage']['from']>,
  path: string,
  bytes: Uint8Array,
): Promise<boolean> {
  const body = new Blob([bytes.slice()], { type: 'application/gzip' });
  const { error } = await bucket.upload(path, body, { contentType: 'application/gzip' });
  if (error && !isAlreadyThere(error)) throw failureOf(error);
  return !error;
}

function isAlreadyThere(error: {
  readonly message: string;
  readonly statusCode?: unknown;
  readonly status?: unknown;
}): boolean {
  return (
    String(error.statusCode ?? error.status) === '409' ||
    /already exists|duplicate/i.test(error.message)
  );
}
