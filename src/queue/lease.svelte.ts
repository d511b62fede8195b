/** The lease of the session that is being labeled: renewed while somebody is at it, left to lapse when
 * nobody is, and honest about both. It never stops anyone from working on. */
import type { EpochMs } from '#core/time.ts';

export type LeaseState =
  | { readonly kind: 'held' }
  /** Nobody has done anything for long: it goes back then unless they go on. */
  | { readonly kind: 'idle'; readonly until: EpochMs }
  | { readonly kind: 'lapsed'; readonly since: EpochMs }
  /** Somebody else has it now, for so long. */
  | { readonly kind: 'taken'; readonly until?: EpochMs }
  | { readonly kind: 'ended'; readonly sentence: string };

/** What renewing came to; `away`: the server could not be asked. */
export type Renewed =
  | { readonly kind: 'held'; readonly until: EpochMs }
  | { readonly kind: 'taken'; readonly until?: EpochMs }
  | { readonly kind: 'away' }
  | { readonly kind: 'ended'; readonly sentence?: string };

interface LeaseOptions {
  readonly renew: () => Promise<Renewed>;
  readonly now: () => EpochMs;
  /** The window can be seen. */
  readonly isSeen: () => boolean;
  /** Something runs for the person, who need not touch anything: the replay plays. */
  readonly isBusy: () => boolean;
}

/** Who has not touched anything for this long, and plays nothing, is taken to have left. */
export const idleAfterMs = 10 * 60_000;
const beatMs = 60_000;
const mostWaitMs = 8 * beatMs;

export class Lease {
  readonly #options: LeaseOptions;
  #state = $state.raw<LeaseState>({ kind: 'held' });
  #touchedAt: EpochMs;
  #until: EpochMs | undefined;
  #misses = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #isStopped = false;

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#touchedAt = options.now();
  }

  get state(): LeaseState {
    return this.#state;
  }

  start(): void {
    void this.#beat();
  }

  /** Somebody is at it. */
  touch(): void {
    this.#touchedAt = this.#options.now();
    if (this.#state.kind === 'idle' || this.#state.kind === 'lapsed') void this.#beat();
  }

  /** The window came to be seen, or the network came back: what was missed is caught up with. */
  wake(): void {
    this.#misses = 0;
    void this.#beat();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  get #isAtWork(): boolean {
    const { now, isSeen, isBusy } = this.#options;
    if (!isSeen()) return false;
    return isBusy() || now() - this.#touchedAt < idleAfterMs;
  }

  async #beat(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#asking || this.#isStopped) return;
    if (this.#isAtWork) {
      this.#asking = true;
      const renewed = await this.#options.renew();
      this.#asking = false;
      this.#hear(renewed);
    } else this.#tellIdle();
    if (!this.#isStopped && this.#state.kind !== 'ended')
      this.#timer = setTimeout(() => void this.#beat(), this.#wait());
  }

  #hear(renewed: Renewed): void {
    this.#misses = renewed.kind === 'away' ? this.#misses + 1 : 0;
    if (renewed.kind === 'held') {
      this.#until = renewed.until;
      this.#state = { kind: 'held' };
    } else if (renewed.kind === 'taken') this.#state = renewed;
    else if (renewed.kind === 'ended')
      this.#state =
        renewed.sentence === undefined
          ? { kind: 'held' }
          : { kind: 'ended', sentence: renewed.sentence };
    if (renewed.kind === 'ended') this.stop();
  }

  #tellIdle(): void {
    if (this.#until === undefined || this.#state.kind === 'taken') return;
    this.#state =
      this.#options.now() < this.#until
        ? { kind: 'idle', until: this.#until }
        : { kind: 'lapsed', since: this.#until };
  }

  /** Three beats to a lease at least, and ever fewer while the server is away. */
  #wait(): number {
    const left = this.#until === undefined ? beatMs : this.#until - this.#options.now();
    const beat = Math.min(beatMs, Math.max(5000, left / 3));
    return Math.min(beat * 2 ** this.#misses, mostWaitMs);
  }
}
