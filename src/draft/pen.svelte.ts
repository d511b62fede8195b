/** Who edits an annotation now: one window at a time has its pen. This one asks again and again, so
 * that it hears when another takes it, and gets it when the other is gone. */

import type { AnnotationStatus } from '#core/annotation.ts';
import type { EpochMs } from '#core/time.ts';
import type { Timers } from './autosave.ts';

export interface PenState {
  readonly isMine: boolean;
  /** The person gave the session back, in whatever window: none edits it until it is opened again. */
  readonly isGivenBack?: boolean;
  /** Since when the window has it that has it. */
  readonly takenAt: EpochMs;
  /** When an edit was last saved. */
  readonly savedAt: EpochMs;
  /** How many edits are stored. */
  readonly edits: number;
  readonly status: AnnotationStatus;
}

interface PenWiring {
  /** Takes the pen where it is free, and by `force` in any case; answers who has it. */
  readonly ask: (force: boolean) => Promise<PenState>;
  readonly drop: () => Promise<void>;
  readonly timers: Timers;
  /** Told after every answer. */
  readonly heard: (state: PenState) => void;
}

export const askEveryMs = 5000;

export class Pen {
  readonly #wiring: PenWiring;
  #state = $state.raw() as PenState;
  #timer: unknown;
  #isClosed = false;

  constructor(state: PenState, wiring: PenWiring) {
    this.#state = state;
    this.#wiring = wiring;
    this.#wait();
  }

  get state(): PenState {
    return this.#state;
  }

  /** Takes it from whoever has it. Throws where nobody answers. */
  async take(): Promise<void> {
    this.#hear(await this.#wiring.ask(true));
  }

  /** Asks at once. Without an answer, what was known stands. */
  async ask(): Promise<void> {
    this.#wiring.timers.clear(this.#timer);
    try {
      const state = await this.#wiring.ask(false);
      if (!this.#isClosed) this.#hear(state);
    } catch {
      // Offline: whoever has it goes on.
    }
    this.#wait();
  }

  close(): void {
    this.#isClosed = true;
    this.leave();
  }

  /** Leaves it to other windows for as long as this one is away; to `ask` is to come back. */
  leave(): void {
    this.#wiring.timers.clear(this.#timer);
    if (this.#state.isMine) this.#wiring.drop().catch(() => undefined);
  }

  #hear(state: PenState): void {
    this.#state = state;
    this.#wiring.heard(state);
  }

  #wait(): void {
    if (this.#isClosed) return;
    this.#wiring.timers.clear(this.#timer);
    this.#timer = this.#wiring.timers.set(() => void this.ask(), askEveryMs);
  }
}
