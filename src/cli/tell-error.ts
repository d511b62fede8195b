/** Errors whose message is a sentence for the person, by name: a bundle may hold a class twice. */
const sentences = new Set(['StartError', 'Failure', 'CommandError']);

/** What a command throws when the person must put something right. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** Prints an error: as a sentence, as `{"error": …}` with `--json`, with its stack on request. */
export function tellError(error: unknown, json: boolean): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const known = sentences.has(name);
  const sentence = known ? message : `Something unexpected went wrong: ${message}`;
  if (json) console.log(JSON.stringify({ error: sentence }));
  else console.error(sentence);
  if (known) return;
  if (process.env.TASKTAPE_DEBUG) console.error(stack);
  else if (!json) console.error('Set TASKTAPE_DEBUG=1 to see where.');
}
