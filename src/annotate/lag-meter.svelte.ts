/** The ten seconds in which a person's reaction lag is measured, and the lag that was: kept by whoever
 * is handed in, so that each person of a browser has their own. */

import {
  measureLag,
  measuringMs,
  noLag,
  planMarks,
  readLag,
  writeLag,
  type ReactionLag,
} from '#core/reaction-lag.ts';
import type { EpochMs } from '#core/time.ts';
import type { Timers } from '#draft/autosave.ts';

interface LagOptions {
  readonly kept: string | undefined;
  readonly keep: (text: string) => void;
  readonly timers: Timers;
  /** A clock that only runs on, in milliseconds. */
  readonly clock: () => number;
  readonly now: () => EpochMs;
  readonly random: () => number;
  /** The key that answers, as the person has it. */
  readonly key: () => string;
}

/** `marks`: how many have come, of `planned`; `answers`: how many presses. */
export type Measuring = {
  readonly startedAt: number;
  readonly planned: number;
  readonly marks: number;
  readonly answers: number;
};

export class LagMeter {
  readonly #on: LagOptions;
  #lag = $state.raw<ReactionLag>(noLag);
  #measuring = $state.raw<Measuring | undefined>();
  #said = $state.raw('');
  #timers: unknown[] = [];
  #presses: number[] = [];
  #shown: number[] = [];

  constructor(options: LagOptions) {
    this.#on = options;
    this.#lag = readLag(options.kept);
  }

  get lag(): ReactionLag {
    return this.#lag;
  }

  /** Absent unless it goes on right now. */
  get measuring(): Measuring | undefined {
    return this.#measuring;
  }

  /** What came of the last measurement. */
  get said(): string {
    return this.#said;
  }

  start(): void {
    this.cancel();
    const { timers, clock, random } = this.#on;
    const planned = planMarks(random);
    [this.#presses, this.#shown] = [[], []];
    this.#measuring = { startedAt: clock(), planned: planned.length, marks: 0, answers: 0 };
    this.#timers = [
      ...planned.map((at) => timers.set(() => this.#mark(), at)),
      timers.set(() => this.#finish(), measuringMs),
    ];
  }

  /** The person saw a mark. */
  press(): void {
    if (!this.#measuring) return;
    this.#presses.push(this.#on.clock());
    this.#measuring = { ...this.#measuring, answers: this.#presses.length };
  }

  cancel(): void {
    for (const timer of this.#timers) this.#on.timers.clear(timer);
    this.#timers = [];
    this.#measuring = undefined;
    this.#said = '';
  }

  /** Cuts fall where they are made. */
  clear(): void {
    this.cancel();
    this.#set(noLag);
  }

  #mark(): void {
    if (!this.#measuring) return;
    this.#shown.push(this.#on.clock());
    this.#measuring = { ...this.#measuring, marks: this.#shown.length };
  }

  #finish(): void {
    const measured = measureLag(this.#shown, this.#presses);
    this.cancel();
    if (measured.ok) this.#set({ lagMs: measured.value, measuredAt: this.#on.now() });
    this.#said = measured.ok
      ? `You press ${measured.value} ms late.`
      : `${measured.problems.map(({ sentence }) => sentence).join(' ')} Try again, and press ${this.#on.key()} only when the mark jumps.`;
  }

  #set(lag: ReactionLag): void {
    this.#lag = lag;
    this.#on.keep(writeLag(lag));
  }
}
