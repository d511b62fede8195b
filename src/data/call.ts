import { failureOf } from './failure.ts';
import type { Supabase } from './supabase.ts';

interface Answered<T> {
  readonly data: T;
  readonly error: unknown;
  readonly status?: number;
}

/** What a query answered, or a thrown `Failure`. */
export async function settle<T>(query: PromiseLike<Answered<T>>): Promise<NonNullable<T>> {
  const { data, error, status } = await query;
  if (error) throw failureOf(error, status);
  return data as NonNullable<T>;
}

/** Calls a database function by name. */
export async function call<T>(client: Supabase, name: string, args: object = {}): Promise<T> {
  return (await settle(client.rpc(name, args))) as T;
}
