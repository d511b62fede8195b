import type { incrementalSource } from '#dom/rrweb-events.ts';

export interface SelectionData {
  readonly source: typeof incrementalSource.selection;
  readonly ranges: readonly {
    readonly start: number;
    readonly startOffset: number;
    readonly end: number;
    readonly endOffset: number;
  }[];
}

const name = 'tasktape-selection';

export const selectionRule = `::highlight(${name}) { color: HighlightText; background: Highlight; }`;

type View = Window & typeof globalThis;

/** What was selected in the page, marked as a selection looks but without being one: a real one
 * would take the keyboard into the page. */
export class SelectionMark {
  #ranges: SelectionData['ranges'] = [];
  readonly #marked = new Set<View>();

  take({ ranges }: SelectionData): void {
    this.#ranges = ranges;
  }

  clear(): void {
    this.#ranges = [];
  }

  draw(nodeOf: (id: number) => Node | null): void {
    for (const view of this.#marked) view.CSS?.highlights?.delete(name);
    this.#marked.clear();
    for (const { start, startOffset, end, endOffset } of this.#ranges) {
      const [from, to] = [nodeOf(start), nodeOf(end)];
      const page = from?.ownerDocument;
      const view = page?.defaultView;
      if (!from || !to || !page || !view?.CSS?.highlights) continue;
      const range = page.createRange();
      try {
        range.setStart(from, startOffset);
        range.setEnd(to, endOffset);
      } catch {
        // The text is shorter than it was when this was told.
        continue;
      }
      const { highlights } = view.CSS;
      const mark = highlights.get(name) ?? new view.Highlight();
      mark.add(range);
      highlights.set(name, mark);
      this.#marked.add(view);
    }
  }
}
