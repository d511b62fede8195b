import { ms, type Ms } from '#core/time.ts';
import { activityBinMs, type Track } from '#core/track.ts';

/** Counts events by the second, from cut to cut. */
export class ActivityCount {
  #first: number | undefined;
  #counts: number[] = [];

  add(at: Ms): void {
    const bin = Math.floor(at / activityBinMs);
    this.#first ??= bin;
    // A clock that was set back must not make a hole in the front.
    const place = Math.max(0, bin - this.#first);
    while (this.#counts.length <= place) this.#counts.push(0);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  take(at: Ms): Pick<Track, 'activityFromMs' | 'activity'> {
    const first = this.#first ?? Math.floor(at / activityBinMs);
    const activity = this.#counts;
    this.#first = undefined;
    this.#counts = [];
    return { activityFromMs: ms(first * activityBinMs), activity };
  }
}
