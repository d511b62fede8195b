import { adaptSheet } from './adapt-sheet.ts';

/** Adapted style sheets that the replayer remembers, in UTF-16 units of both texts, so that a page
 * built again costs less. */
const mostText = 8 * 1024 * 1024;

/** What the replayer asks for a style sheet as it needs it, before it would parse one. */
export class HoverSheets extends Map<string, string> {
  #text = 0;

  override get(css: string): string | undefined {
    const known = super.get(css);
    if (known !== undefined) return known;
    const adapted = adaptSheet(css);
    if (adapted !== undefined) this.set(css, adapted);
    return adapted;
  }

  /** Begins anew where it holds too much. */
  override set(css: string, adapted: string): this {
    const text = css.length + adapted.length;
    if (this.#text + text > mostText) this.clear();
    this.#text += text;
    return super.set(css, adapted);
  }

  override clear(): void {
    super.clear();
    this.#text = 0;
  }
}
