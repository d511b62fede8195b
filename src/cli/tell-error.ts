import { exitCodes, type ExitCode } from './exit-codes.ts';

/** Errors whose message is a sentence for the person, by name: a bundle may hold a class twice. */
const sentences = new Set(['StartError', 'Failure', 'CommandError']);

/** What a command throws when the person must put something right. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly exitCode: ExitCode;

  constructor(sentence: string, exitCode: ExitCode = exitCodes.refused) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Prints an error: as a sentence, as `{"error": …}` with `--json`, with its stack on request. */
export function tellError(error: unknown, json: boolean): void {
  const sentence = sentenceOf(error);
  if (json) console.log(JSON.stringify({ error: sentence }));
  else console.error(sentence);
  const { name, stack } = error instanceof Error ? error : new Error(String(error));
  if (sentences.has(name)) return;
  if (process.env.TASKTAPE_DEBUG) console.error(stack);
  else if (!json) console.error('Set TASKTAPE_DEBUG=1 to see where.');
}

/** The sentence a person reads of an error. */
export function sentenceOf(error: unknown): string {
  const { name, message, kind } = (
    error instanceof Error ? error : new Error(String(error))
  ) as Error & { readonly kind?: string };
  // Storage trouble is worded for the workbench, which keeps unsent work; a command keeps nothing.
  if (name === 'Failure' && kind === 'offline')
    return 'The server can’t be reached. Check that it runs, then try again.';
  return sentences.has(name) ? message : `Something unexpected went wrong: ${message}`;
}
