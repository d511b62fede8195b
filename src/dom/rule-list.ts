/** A rule put in by script, or a stretch of rules that stood there before. */
interface Item {
  /** Absent for rules that stood there before. */
  readonly rule?: string;
  /** How many rules of before; 1 for a rule put in. */
  count: number;
  /** Rules of before that were taken out right in front of these. */
  removed: number;
  /** What became of the rules inside this one. */
  inner?: RuleList;
  declarations?: Map<string, Declaration>;
}

/** A property set on a rule, or taken off it. */
export type Declaration = { readonly value: string | null; readonly priority?: string } | 'removed';

/** One step that turns the sheet as it was told into the sheet as it is. */
export type RuleStep =
  | { readonly kind: 'remove'; readonly path: readonly number[] }
  | { readonly kind: 'insert'; readonly path: readonly number[]; readonly rule: string }
  | {
      readonly kind: 'declare';
      readonly path: readonly number[];
      readonly property: string;
      readonly declaration: Declaration;
    };

/**
 * What script did to the rules of a sheet, kept as its outcome rather than its history, so that
 * pages that put in and take out rules for hours don't grow. How many rules the sheet began with
 * is not known: behind the last item stand as many of them as there are.
 */
export class RuleList {
  #items: Item[] = [];
  #removedAtEnd = 0;
  /** How many rules stand before the unknown rest. */
  #length = 0;

  get isEmpty(): boolean {
    return this.#items.length === 0 && this.#removedAtEnd === 0;
  }

  insert([index = 0, ...path]: readonly number[], rule: string): void {
    if (path.length > 0) return this.#innerOf(index).insert(path, rule);
    const place = this.#split(index);
    const item: Item = { rule, count: 1, removed: 0 };
    if (place === this.#items.length) {
      item.removed = this.#removedAtEnd;
      this.#removedAtEnd = 0;
    }
    this.#items.splice(place, 0, item);
    this.#length += 1;
  }

  remove([index = 0, ...path]: readonly number[]): void {
    if (path.length > 0) return this.#innerOf(index).remove(path);
    const place = this.#single(index);
    const [item] = this.#items.splice(place, 1);
    if (item === undefined) return;
    this.#length -= 1;
    const removed = item.removed + (item.rule === undefined ? 1 : 0);
    const next = this.#items[place];
    if (next === undefined) this.#removedAtEnd += removed;
    else next.removed += removed;
    this.#join(place);
  }

  declare([index = 0, ...path]: readonly number[], property: string, to: Declaration): void {
    if (path.length > 0) return this.#innerOf(index).declare(path, property, to);
    const item = this.#items[this.#single(index)];
    if (item === undefined) return;
    item.declarations ??= new Map();
    item.declarations.delete(property);
    item.declarations.set(property, to);
  }

  /** Takes out of the rules of before, then puts in from the back: a rule that the browser refuses
   * shifts no other. */
  steps(above: readonly number[] = []): RuleStep[] {
    return [...this.#removals(above), ...this.#insertions(above), ...this.#changes(above)];
  }

  #removals(above: readonly number[]): RuleStep[] {
    const steps: RuleStep[] = [];
    let before = 0;
    const remove = (count: number) => {
      for (let i = 0; i < count; i++) steps.push({ kind: 'remove', path: [...above, before] });
    };
    for (const { rule, count, removed } of this.#items) {
      remove(removed);
      if (rule === undefined) before += count;
    }
    remove(this.#removedAtEnd);
    return steps;
  }

  #insertions(above: readonly number[]): RuleStep[] {
    let before = 0;
    const steps: RuleStep[] = [];
    for (const { rule, count } of this.#items)
      if (rule === undefined) before += count;
      else steps.push({ kind: 'insert', path: [...above, before], rule });
    return steps.reverse();
  }

  #changes(above: readonly number[]): RuleStep[] {
    const steps: RuleStep[] = [];
    let at = 0;
    for (const { count, inner, declarations } of this.#items) {
      const path = [...above, at];
      for (const [property, declaration] of declarations ?? [])
        steps.push({ kind: 'declare', path, property, declaration });
      if (inner !== undefined) steps.push(...inner.steps(path));
      at += count;
    }
    return steps;
  }

  #innerOf(index: number): RuleList {
    const item = this.#items[this.#single(index)];
    return item === undefined ? new RuleList() : (item.inner ??= new RuleList());
  }

  /** Where in the items the rule at `index` stands by itself. */
  #single(index: number): number {
    const place = this.#split(index);
    this.#split(index + 1);
    return place;
  }

  /** Where in the items a cut before the rule at `index` lies, made if there is none yet. */
  #split(index: number): number {
    if (index >= this.#length) {
      if (index > this.#length) this.#grow(index - this.#length);
      return this.#items.length;
    }
    let at = 0;
    for (const [place, item] of this.#items.entries()) {
      if (at === index) return place;
      if (index < at + item.count) {
        const rest = at + item.count - index;
        item.count -= rest;
        this.#items.splice(place + 1, 0, { count: rest, removed: 0 });
        return place + 1;
      }
      at += item.count;
    }
    return this.#items.length;
  }

  /** Rules of before that nothing parts any more are one stretch again. */
  #join(place: number): void {
    const [before, after] = [this.#items[place - 1], this.#items[place]];
    if (before === undefined || after === undefined || after.removed > 0) return;
    if (!isUntouched(before) || !isUntouched(after)) return;
    before.count += after.count;
    this.#items.splice(place, 1);
  }

  #grow(count: number): void {
    this.#items.push({ count, removed: this.#removedAtEnd });
    this.#removedAtEnd = 0;
    this.#length += count;
  }
}

const isUntouched = ({ rule, inner, declarations }: Item): boolean =>
  rule === undefined && inner === undefined && declarations === undefined;
