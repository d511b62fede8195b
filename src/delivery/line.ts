/** A two-way line between a page and what keeps its events: a worker's port, an extension's, a
 * binding into another process. Messages are plain data, arrive in order, or not at all. */
export interface Line<Out, In> {
  send(message: Out): void;
  /** Only one listener; messages that came before it are handed to it. */
  listen(hear: (message: In) => void): void;
  close(): void;
}
