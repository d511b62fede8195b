/** Spans in order, and for every octave of zoom what of them stands too close to be told apart. Each
 * octave is made from the one below it on first use, so that coming closer only ever parts marks. */

import type { Span } from '#core/time.ts';

/** Neighbours taken together: place `at` holds the items from `first[at]` up to `first[at + 1]`. */
export interface Level {
  /** One longer than the places. */
  readonly first: Int32Array;
  readonly startsMs: Float64Array;
  /** The latest end of all it holds. */
  readonly endsMs: Float64Array;
}

/** 2^-7 ms: finer than any clock tells events apart. */
const finestOctave = -7;

export class MarkPyramid<T extends Span> {
  readonly items: readonly T[];
  readonly #levels: Level[];
  readonly #opens: ((index: number) => boolean) | undefined;

  /** `opens` says of an item that it may not be taken together with the one before. */
  constructor(spans: readonly T[], opens?: (index: number) => boolean) {
    this.items = [...spans].sort((a, b) => a.startsMs - b.startsMs);
    this.#opens = opens;
    const every = {
      first: Int32Array.from({ length: this.items.length + 1 }, (_, index) => index),
      startsMs: Float64Array.from(this.items, ({ startsMs }) => startsMs),
      endsMs: Float64Array.from(this.items, ({ endsMs }) => endsMs),
    };
    this.#levels = [join(every, 2 ** finestOctave, this.#opens)];
  }

  /** The finest level whose places start at least `apartMs` apart, and less than twice that where
   * it can be. */
  levelFor(apartMs: number): Level {
    const wanted = Math.max(0, Math.ceil(Math.log2(apartMs)) - finestOctave);
    for (let at = this.#levels.length; at <= wanted; at += 1)
      this.#levels.push(join(this.#levels[at - 1]!, 2 ** (at + finestOctave), this.#opens));
    return this.#levels[wanted]!;
  }
}

function join(below: Level, apartMs: number, opens?: (index: number) => boolean): Level {
  const places = below.startsMs.length;
  const first = new Int32Array(places + 1);
  const startsMs = new Float64Array(places);
  const endsMs = new Float64Array(places);
  let count = 0;
  for (let at = 0; at < places; at += 1) {
    const start = below.startsMs[at]!;
    const end = below.endsMs[at]!;
    if (count > 0 && start - startsMs[count - 1]! < apartMs && !opens?.(below.first[at]!)) {
      if (end > endsMs[count - 1]!) endsMs[count - 1] = end;
      continue;
    }
    first[count] = below.first[at]!;
    startsMs[count] = start;
    endsMs[count] = end;
    count += 1;
  }
  if (count === places) return below;
  first[count] = below.first[places]!;
  return {
    first: first.slice(0, count + 1),
    startsMs: startsMs.slice(0, count),
    endsMs: endsMs.slice(0, count),
  };
}
