/** Changes to style sheets that a browser accepts: for that, the rules of each are counted. */
import type { PageNode } from '#dom/page-node.ts';
import { incrementalSource as from } from '#dom/rrweb-events.ts';

type Kind = 'plain' | 'group';

export class SheetChanges {
  readonly #next: () => number;
  readonly #tell: (data: object) => void;
  readonly #ofStyles = new Map<number, Kind[]>();
  readonly #ofScript = new Map<number, Kind[]>();
  #count = 0;

  constructor(next: () => number, tell: (data: object) => void) {
    this.#next = next;
    this.#tell = tell;
  }

  /** A new `style` element. */
  begin(id: number): void {
    this.#ofStyles.set(id, ['plain', 'plain']);
  }

  /** Its text is taken out. */
  empty(id: number): void {
    this.#ofStyles.set(id, []);
  }

  textOf(id: number): string {
    return (this.#ofStyles.get(id) ?? []).map(() => this.#rule()).join(' ');
  }

  /** The text of a `style` element changes, and with it all its rules. */
  retell(style: PageNode, told: (text: string) => void): void {
    this.#ofStyles.set(
      style.id,
      Array.from({ length: this.#pick(4) }, () => 'plain'),
    );
    told(this.textOf(style.id));
  }

  change(style: PageNode | undefined): void {
    const rules = style && this.#ofStyles.get(style.id);
    if (style !== undefined && rules !== undefined) this.#changeOne({ id: style.id }, rules);
  }

  /** What a shadow tree or the main document uses of sheets made by script. */
  adopt(host: PageNode | undefined, root: PageNode): void {
    const { id } = host !== undefined && this.#pick(2) === 0 ? host : root;
    const ids = [...this.#ofScript.keys()];
    const known = ids[this.#pick(ids.length)];
    if (known !== undefined && this.#pick(3) > 0) {
      this.#changeOne({ styleId: known }, this.#ofScript.get(known)!);
      if (this.#pick(4) === 0) this.#tell({ source: from.adoptedStyleSheet, id, styleIds: [] });
      return;
    }
    const styleId = (this.#count += 1);
    this.#ofScript.set(styleId, ['plain', 'plain']);
    const rules = [0, 1].map((index) => ({ rule: this.#rule(), index }));
    const styles = [{ styleId, rules }];
    this.#tell({ source: from.adoptedStyleSheet, id, styleIds: [styleId], styles });
  }

  #changeOne(of: { readonly id: number } | { readonly styleId: number }, rules: Kind[]): void {
    const source = from.styleSheetRule;
    const index = this.#pick(rules.length + 1);
    const kind = rules[index];
    const act = this.#pick(6);
    if (act === 0 && 'styleId' in of) {
      rules.splice(0, rules.length, 'plain');
      this.#tell({ ...of, source, replaceSync: this.#rule() });
    } else if (act === 1 && kind !== undefined) {
      rules.splice(index, 1);
      this.#tell({ ...of, source, removes: [{ index }] });
    } else if (act === 2 && kind === 'group')
      this.#tell({ ...of, source, adds: [{ rule: this.#rule(), index: [index, 0] }] });
    else if (act === 3 && kind === 'plain') {
      const set = { property: 'left', value: `${this.#pick(9)}px`, priority: '' };
      this.#tell({ ...of, source: from.styleDeclaration, index: [index], set });
    } else if (act === 4) {
      rules.splice(index, 0, 'group');
      this.#tell({ ...of, source, adds: [{ rule: `@media all { ${this.#rule()} }`, index }] });
    } else {
      rules.splice(index, 0, 'plain');
      this.#tell({ ...of, source, adds: [{ rule: this.#rule(), index }] });
    }
  }

  #rule = () => `.r${(this.#count += 1)} { top: ${this.#pick(9)}px; }`;
  #pick = (count: number): number => Math.floor(this.#next() * count);
}
