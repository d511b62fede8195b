import type { Fields } from './fields.ts';
import { bullets, hiddenValue } from './mask-text.ts';
import type { Place } from './node-facts.ts';
import type { StyleCleaner } from './style-cleaner.ts';
import type { TextCleaner } from './text-cleaner.ts';

export interface TextTools {
  readonly fields: Fields;
  readonly styles: StyleCleaner;
  readonly text: TextCleaner;
  readonly keepsText: (id: number) => boolean;
}

/** What a text node may say, by where it stands. */
export class PlacedText {
  readonly #tools: TextTools;

  constructor(tools: TextTools) {
    this.#tools = tools;
  }

  clean(text: unknown, place: Place, parent: number): string {
    if (typeof text !== 'string' || text === '' || place.holds === 'nothing') return '';
    if (place.holds === 'style') return this.#tools.styles.sheet(text);
    if (place.field !== undefined) return this.#entered(text, place.field);
    if (this.#tools.keepsText(parent)) return text;
    return this.#tools.text.clean(text, place.isInterface);
  }

  #entered(text: string, field: number): string {
    const fidelity = this.#tools.fields.fidelityOf(field);
    if (fidelity === 'text') return text;
    if (fidelity === 'none') return hiddenValue;
    return text.trim() === '' ? ' ' : bullets(text);
  }
}
