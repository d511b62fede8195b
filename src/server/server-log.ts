/**
 * Routes what the embedded Supabase prints while it serves into `server.log`, short and without
 * secrets: no rows, no parameters, no tokens, no object paths.
 */
import { appendFile } from 'node:fs';
import { join } from 'node:path';
import { isInTurn } from './one-at-a-time.ts';

export interface ServerLog {
  write(line: string): void;
  /** Gives the console back. */
  close(): void;
}

export function openServerLog(dataDir: string): ServerLog {
  const path = join(dataDir, 'server.log');
  const write = (line: string) =>
    appendFile(
      path,
      `${new Date().toISOString()} ${withoutSecrets(line)}\n`,
      { mode: 0o600 },
      () =>
        // A full disk must not take the server down with it.
        undefined,
    );
  const kept = { log: console.log, warn: console.warn, error: console.error };
  for (const level of ['log', 'warn', 'error'] as const)
    console[level] = (...values: unknown[]) =>
      isInTurn() ? write(values.map(inShort).join(' ')) : kept[level](...values);
  return { write, close: () => void Object.assign(console, kept) };
}

// An error's detail holds values of rows, so only its code and message are told.
function inShort(value: unknown): string {
  if (!(value instanceof Error)) return typeof value === 'string' ? value : typeof value;
  const { code } = value as NodeJS.ErrnoException;
  return `${code ? `${code} ` : ''}${value.message.split('\n', 1)[0]}`;
}

/** Takes out what looks like a key, a token, a capability or an e-mail address. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/sb_(publishable|secret)_[\w-]+/g, 'sb_$1_…')
    .replace(/\beyJ[\w-]+(\.[\w-]+){0,2}/g, 'token…')
    .replace(/\b[0-9a-f]{32,}\b/gi, 'hex…')
    .replace(/[^\s@"'<>]+@[^\s@"'<>]+/g, 'address…');
}
