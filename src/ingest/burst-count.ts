import type { Keystroke } from '#core/keystroke.ts';
import { continuesBurst } from './group-bursts.ts';

/** Counts bursts over keystrokes that come chunk by chunk, as `groupBursts` would over all. */
export class BurstCount {
  #last: Keystroke | undefined;
  count = 0;

  add(keystrokes: readonly Keystroke[]): void {
    for (const keystroke of keystrokes) {
      if (keystroke.class === 'modifier') continue;
      if (!continuesBurst(this.#last, keystroke)) this.count += 1;
      this.#last = keystroke;
    }
  }
}
