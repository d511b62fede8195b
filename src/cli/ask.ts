import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { exitCodes } from './exit-codes.ts';
import { CommandError } from './tell-error.ts';

/** Asks on the terminal. What is typed to a secret question is not shown. */
export async function ask(question: string, { secret = false } = {}): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CommandError(
      'There is no terminal to ask on. Set TASKTAPE_EMAIL and TASKTAPE_PASSWORD instead.',
      exitCodes.usage,
    );
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: secret ? silent : process.stderr,
    terminal: true,
  });
  const stop = new AbortController();
  lines.on('SIGINT', () => stop.abort());
  try {
    if (secret) process.stderr.write(question);
    return await lines.question(secret ? '' : question, { signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) throw new CommandError('Stopped.', exitCodes.refused);
    throw error;
  } finally {
    lines.close();
    if (secret) process.stderr.write('\n');
  }
}
