import { isRecord } from './records-in.ts';
import {
  incrementalSource,
  type CustomElementData,
  type FontData,
  type IncrementalData,
} from './rrweb-events.ts';

/** No page has so many, and all fonts together are no larger, in characters. */
const mostFonts = 200;
const mostFontText = 8_000_000;
const mostNames = 1000;

/** What a page tells once as it loads and never again, not even at its later snapshots: the fonts
 * script gave it and the names of its custom elements. */
export class Announcements {
  readonly #fonts = new Map<string, FontData>();
  readonly #names = new Set<string>();
  #fontText = 0;
  #origin = '';

  /** Before a snapshot: what another page told is no more. */
  turnTo(href: string): void {
    const origin = originOf(href);
    if (origin === this.#origin) return;
    this.#origin = origin;
    this.#fonts.clear();
    this.#names.clear();
    this.#fontText = 0;
  }

  push(data: FontData | CustomElementData): void {
    if (data.source === incrementalSource.customElement) {
      const name: unknown = data.define?.name;
      if (typeof name === 'string' && this.#names.size < mostNames) this.#names.add(name);
      return;
    }
    const { family, fontSource, descriptors } = data;
    if (typeof family !== 'string' || typeof fontSource !== 'string') return;
    const told = isRecord(descriptors) ? JSON.stringify(descriptors) : '';
    const key = `${family}\n${told}\n${fontSource.length}\n${fontSource.slice(0, 500)}`;
    this.#drop(key);
    this.#fonts.set(key, data);
    this.#fontText += fontSource.length;
    for (const oldest of this.#fonts.keys()) {
      if (this.#fonts.size <= mostFonts && this.#fontText <= mostFontText) break;
      this.#drop(oldest);
    }
  }

  replay(): IncrementalData[] {
    const source = incrementalSource.customElement;
    return [
      ...this.#fonts.values(),
      ...[...this.#names].map((name) => ({ source, define: { name } })),
    ];
  }

  #drop(key: string): void {
    this.#fontText -= this.#fonts.get(key)?.fontSource.length ?? 0;
    this.#fonts.delete(key);
  }
}

/** Scheme and host: checkouts within a page and its own addresses share them. */
const originOf = (href: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(href)?.[0] ?? href;
