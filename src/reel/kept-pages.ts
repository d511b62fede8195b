import type { RecordedEvent } from '#dom/rrweb-events.ts';
import type { Marks } from '#dom/pointer-watch.ts';
import { isBefore, type Position } from './tab-strip.ts';

/** A page as it stood, from which folding can begin. */
export interface KeptPage {
  readonly tab: number;
  readonly position: Position;
  /** As `keyframeOf` writes it. */
  readonly page: readonly RecordedEvent[];
  readonly marks: Marks;
  /** Node that has the focus. */
  readonly focused: number | undefined;
  readonly bytes: number;
}

/** Pages kept on the way, up to so many bytes. Where there are too many, the one goes whose
 * neighbours stand closest together, so that no stretch is left without. */
export class KeptPages {
  readonly #limit: number;
  #pages: readonly KeptPage[] = [];
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  keep(kept: KeptPage): void {
    const at = this.#pages.findLastIndex((each) => !isAfter(each, kept)) + 1;
    const before = this.#pages[at - 1];
    if (before !== undefined && !isAfter(kept, before)) return;
    this.#pages = this.#pages.toSpliced(at, 0, kept);
    this.#bytes += kept.bytes;
    while (this.#bytes > this.#limit && this.#pages.length > 1) this.#dropLeast(kept);
  }

  /** The last one in `slot` at or before `index`. */
  lastIn(tab: number, slot: number, index: number): KeptPage | undefined {
    return this.#pages.findLast(
      ({ tab: own, position }) => own === tab && position.slot === slot && position.index <= index,
    );
  }

  #dropLeast(newest: KeptPage): void {
    let least = -1;
    let room = Number.POSITIVE_INFINITY;
    for (const [i, page] of this.#pages.entries()) {
      const between = spread(this.#pages[i - 1], page) + spread(page, this.#pages[i + 1]);
      if (page === newest || between >= room) continue;
      least = i;
      room = between;
    }
    this.#bytes -= this.#pages[least]?.bytes ?? 0;
    this.#pages = this.#pages.toSpliced(least, 1);
  }
}

function isAfter(a: KeptPage, b: KeptPage): boolean {
  return a.tab > b.tab || (a.tab === b.tab && isBefore(b.position, a.position));
}

/** Events between two pages, roughly; the ends of a tab lie far away. */
function spread(a: KeptPage | undefined, b: KeptPage | undefined): number {
  if (a === undefined || b === undefined || a.tab !== b.tab) return 1_000;
  const slots = b.position.slot - a.position.slot;
  return slots * 1_000 + b.position.index - a.position.index;
}
