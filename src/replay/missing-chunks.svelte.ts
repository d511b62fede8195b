import { contains, type Ms } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import type { FromReel } from '#reel/reel-messages.ts';

/** The stretches of a session whose chunks can't be had or read. */
export class MissingChunks {
  #gaps = $state.raw<readonly Gap[]>([]);

  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  add({ tab, span, sentence }: Extract<FromReel, { kind: 'missing' }>): void {
    this.#gaps = [...this.#gaps, { ...span, reason: 'missing-chunk', tab, why: sentence }];
  }

  clear(): void {
    this.#gaps = [];
  }

  /** Why what was recorded of a tab at `at` can't be shown, where it can't. */
  whyAt(tab: number, at: Ms): string | undefined {
    return this.#gaps.find((gap) => gap.tab === tab && contains(gap, at))?.why;
  }
}
