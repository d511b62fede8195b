/** Holding a key for as long as a task lasts: it starts at the press and ends at the release, and the
 * cuts made meanwhile are cuts as always. */

import type { HoldKey } from './hold-key.ts';

interface Carried {
  /** Opens a task here, or ends the open one and opens the next. False where that can't be. */
  readonly start: () => boolean;
  /** Ends the open task here. False where that can't be. */
  readonly end: () => boolean;
  readonly isOpen: () => boolean;
  readonly drop: () => void;
  readonly hold: HoldKey;
  readonly tell: (sentence: string) => void;
}

export class Carry {
  readonly #on: Carried;
  #held = false;

  constructor(on: Carried) {
    this.#on = on;
  }

  /** Called without a key, from a menu, it starts and ends by turns. */
  press(chord: string): void {
    const { start, hold, isOpen, tell } = this.#on;
    if (this.#held) return;
    if (chord === '' && isOpen()) return this.#end();
    if (!start() || chord === '') return;
    this.#held = true;
    hold(chord, (how) => {
      this.#held = false;
      if (!isOpen()) return;
      this.#end();
      if (how === 'lost')
        tell('The keyboard went elsewhere, so the task that was held ended here.');
    });
  }

  /** What is too short for a task leaves nothing open behind. */
  #end(): void {
    if (!this.#on.end()) this.#on.drop();
  }
}
