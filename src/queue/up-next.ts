/** The session that comes next, reserved and read ahead so that it opens at once. One at a time; what is
 * not opened goes back. */
import type { SessionId } from '#core/ids.ts';

export interface Next<T> {
  readonly sessionId: SessionId;
  readonly value: T;
}

interface Source<T> {
  /** Undefined when the queue has none. */
  readonly read: () => Promise<Next<T> | undefined>;
  readonly renew: (next: Next<T>) => Promise<unknown>;
  readonly giveBack: (next: Next<T>) => Promise<unknown>;
}

const renewMs = 2 * 60_000;
/** After this long nobody seems to be about to open it. */
const patienceMs = 15 * 60_000;

export class UpNext<T> {
  #next: Next<T> | undefined;
  #coming: Promise<unknown> | undefined;
  #source: Source<T> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Another one after each drop, so that what comes too late is given back. */
  #turn = 0;

  get session(): SessionId | undefined {
    return this.#next?.sessionId;
  }

  /** Reserves one and reads it ahead, unless one is here or on its way. */
  async readAhead(source: Source<T>): Promise<void> {
    if (this.#next !== undefined || this.#coming !== undefined) return;
    const turn = this.#turn;
    this.#source = source;
    const reading = source.read();
    const coming = reading.then(
      (next) => {
        if (next === undefined) return;
        if (turn === this.#turn) this.#keep(next, source);
        else void source.giveBack(next).catch(() => undefined);
      },
      // Going on asks the queue itself, and tells what is wrong.
      () => undefined,
    );
    this.#coming = coming;
    await coming;
    if (this.#coming === coming) this.#coming = undefined;
  }

  /** Which session is next, once what is on its way is here. */
  async settled(): Promise<SessionId | undefined> {
    await this.#coming;
    return this.session;
  }

  /** Hands over what was read ahead of this session. From here on it is whoever asked's. */
  take(session: SessionId): T | undefined {
    if (this.#next?.sessionId !== session) return undefined;
    const { value } = this.#next;
    this.#forget();
    return value;
  }

  /** Gives back what nobody opened. */
  drop(): void {
    const next = this.#next;
    this.#turn += 1;
    this.#coming = undefined;
    this.#forget();
    if (next !== undefined) void this.#source?.giveBack(next).catch(() => undefined);
  }

  #keep(next: Next<T>, source: Source<T>): void {
    this.#next = next;
    let waitedMs = 0;
    this.#timer = setInterval(() => {
      waitedMs += renewMs;
      if (waitedMs >= patienceMs) this.drop();
      else void source.renew(next).catch(() => undefined);
    }, renewMs);
  }

  #forget(): void {
    clearInterval(this.#timer);
    this.#next = undefined;
  }
}
