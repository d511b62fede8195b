import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { takeOutCss } from '#dom/css-by-hash.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

/** A keyframe as it will be stored, before it is packed. */
export interface WrittenKeyframe {
  readonly json: Uint8Array<ArrayBuffer>;
  /** The style sheets it refers to, by the hashes of their texts. */
  readonly sheets: readonly string[];
  /** Those of them that were not stored before, as UTF-8. */
  readonly newSheets: readonly {
    readonly sha256: string;
    readonly text: Uint8Array<ArrayBuffer>;
  }[];
}

/** So many sheets of a tab are stored apart; those of further ones stay in their keyframes. */
const maxSheets = 1000;

/** Writes the keyframes of one tab, and remembers which style sheets are stored already. */
export class KeyframeWriter {
  readonly #stored = new Set<string>();
  /** Of the last keyframe, for most sheets stay the same. */
  #hashes = new Map<string, string>();

  /** Undefined for a page nested too deep to be written. Changes `events`, which must be the
   * caller's own. */
  write(events: readonly RecordedEvent[]): WrittenKeyframe | undefined {
    const hashes = new Map<string, string>();
    const news = new Set<string>();
    const sheets = takeOutCss(events, (css) => {
      const hash = this.#hashes.get(css) ?? hashes.get(css) ?? hashOf(css);
      if (!this.#stored.has(hash)) {
        if (this.#stored.size + news.size >= maxSheets && !news.has(hash)) return undefined;
        news.add(hash);
      }
      hashes.set(css, hash);
      return hash;
    });
    this.#hashes = hashes;
    const json = jsonOf(events);
    return (
      json && {
        json,
        sheets: [...sheets.keys()],
        newSheets: [...sheets]
          .filter(([hash]) => news.has(hash))
          .map(([hash, css]) => ({ sha256: hash, text: utf8ToBytes(css) })),
      }
    );
  }

  /** What `write` gave is on its way: its sheets need not come again. */
  stored({ newSheets }: Pick<WrittenKeyframe, 'newSheets'>): void {
    for (const { sha256: hash } of newSheets) this.#stored.add(hash);
  }
}

const hashOf = (css: string): string => bytesToHex(sha256(utf8ToBytes(css)));

/** `JSON.stringify` goes no deeper than the stack lets it. */
function jsonOf(events: readonly RecordedEvent[]): Uint8Array<ArrayBuffer> | undefined {
  try {
    return utf8ToBytes(JSON.stringify(events));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
