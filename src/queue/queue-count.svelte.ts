/** How the queue stands, asked again now and then while somebody may look at it. */
import type { QueueStanding } from '#core/queue-standing.ts';

const everyMs = 60_000;

export class QueueCount {
  readonly #read: () => Promise<QueueStanding>;
  #standing = $state.raw<QueueStanding>();
  #turn = 0;

  constructor(read: () => Promise<QueueStanding>) {
    this.#read = read;
  }

  /** Undefined until it was told once; then what was told last. */
  get standing(): QueueStanding | undefined {
    return this.#standing;
  }

  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const standing = await this.#read();
      if (turn === this.#turn) this.#standing = standing;
    } catch {
      // What was told last stands until the next time.
    }
  }

  /** Asks at once and then every minute, while `isSeen`. */
  watch(isSeen: () => boolean): { readonly stop: () => void } {
    void this.refresh();
    const timer = setInterval(() => isSeen() && void this.refresh(), everyMs);
    return { stop: () => clearInterval(timer) };
  }
}
