/** Takes the playhead from one thing that happened to the next. */

import { ms, type Ms } from '#core/time.ts';
import type { Playhead } from './playhead.svelte.ts';
import { stepPoint, stepPoints, steps, type Recorded, type TrackStep } from './step-points.ts';

/** `event`: anything recorded, down to a pointer move. `frame`: a sixtieth of a second, where nobody
 * knows the times of events. */
export type Step = TrackStep | 'event' | 'frame';

/** The time of the nearest event strictly before (-1) or after (1) `at`, of all tabs; undefined where
 * there is none or it can't be had. Never rejects. */
export type NextEventAt = (at: Ms, direction: 1 | -1) => Promise<Ms | undefined>;

interface StepperOptions {
  readonly playhead: Playhead;
  readonly recorded: Recorded;
}

const frameMs = 1000 / 60;

/** Stepping back while it plays would else find the point just passed for ever. */
const graceMs = 500;

export class Stepper {
  readonly #playhead: Playhead;
  #recorded: Recorded;
  #points: Partial<Record<TrackStep, readonly Ms[]>> = {};
  #kind = $state.raw<TrackStep | 'finest'>('action');
  #nextEventAt = $state.raw<NextEventAt | undefined>(undefined);
  #asking = false;

  constructor({ playhead, recorded }: StepperOptions) {
    this.#playhead = playhead;
    this.#recorded = $state.raw(recorded);
  }

  /** More of the recording is known from now on. */
  setRecorded(recorded: Recorded): void {
    this.#points = {};
    this.#recorded = recorded;
  }

  /** What the buttons step by. */
  get kind(): Step {
    return this.#kind === 'finest' ? this.finest : this.#kind;
  }

  /** The shortest step there is. */
  get finest(): Step {
    return this.#nextEventAt ? 'event' : 'frame';
  }

  get kinds(): readonly Step[] {
    return [...steps, this.finest];
  }

  choose(kind: Step): void {
    this.#kind = kind === 'event' || kind === 'frame' ? 'finest' : kind;
  }

  /** From now on somebody knows the times of events. */
  askEvents(nextEventAt: NextEventAt | undefined): void {
    this.#nextEventAt = nextEventAt;
  }

  /** False where the recording holds nothing of the kind. */
  canStep(kind = this.kind): boolean {
    return kind === 'event' || kind === 'frame' || this.#pointsOf(kind).length > 0;
  }

  step(direction: 1 | -1, kind = this.kind): void {
    const playhead = this.#playhead;
    if (kind === 'event') return void this.#toEvent(direction);
    if (kind === 'frame') {
      playhead.pause();
      return playhead.seek(ms(playhead.at + direction * frameMs));
    }
    const grace = playhead.playing && direction === -1 ? graceMs * playhead.speed : 0;
    const point = stepPoint(this.#pointsOf(kind), ms(playhead.at - grace), direction);
    if (point !== undefined) playhead.seek(point);
  }

  /** A held key asks again only once it was answered; an answer that comes after a person has gone
   * elsewhere is let go. */
  async #toEvent(direction: 1 | -1): Promise<void> {
    const playhead = this.#playhead;
    const nextEventAt = this.#nextEventAt;
    if (this.#asking || nextEventAt === undefined) return;
    playhead.pause();
    const { jumps } = playhead;
    this.#asking = true;
    try {
      const at = await nextEventAt(playhead.at, direction);
      if (at !== undefined && playhead.jumps === jumps) playhead.seek(at);
    } finally {
      this.#asking = false;
    }
  }

  #pointsOf(kind: TrackStep): readonly Ms[] {
    // Read even where the points are known, so that whoever asks hears of more.
    const recorded = this.#recorded;
    return (this.#points[kind] ??= stepPoints(kind, recorded));
  }
}
