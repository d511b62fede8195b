/** Why the server did not start, as a sentence for the person who started it. */
export class StartError extends Error {
  override name = 'StartError';
}
