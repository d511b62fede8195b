/** Where a cut falls that is made now. A person who follows what plays presses late: what they cut is
 * moved back by their reaction lag, and known as such. */

import type { EdgeOrigin } from '#core/task.ts';
import { ms, type Ms } from '#core/time.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';

export interface CutPoint {
  readonly at: Ms;
  readonly origin: EdgeOrigin;
}

export class CutClock {
  readonly #playhead: Playhead;
  readonly #lagMs: () => number;
  readonly #origins = new Map<Ms, EdgeOrigin>();

  constructor(playhead: Playhead, lagMs: () => number = () => 0) {
    this.#playhead = playhead;
    this.#lagMs = lagMs;
  }

  /** Nobody follows what stands, or what rushes through nothing. */
  get now(): CutPoint {
    const { at, playing, rushing, speed } = this.#playhead;
    const lag = playing && !rushing ? this.#lagMs() * speed : 0;
    if (lag === 0) return { at, origin: 'hand' };
    return { at: ms(Math.max(0, Math.round(at - lag))), origin: 'lag' };
  }

  /** A task was opened at `mark`, which bears no origin itself. */
  noteMark(mark: Ms | undefined, origin: EdgeOrigin): void {
    if (mark !== undefined) this.#origins.set(mark, origin);
  }

  originOf(mark: Ms | undefined): EdgeOrigin {
    return (mark !== undefined && this.#origins.get(mark)) || 'hand';
  }
}
