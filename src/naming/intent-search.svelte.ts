/** Choosing an intent by keyboard: digits and letters choose at once, words narrow, arrows walk. Knows
 * no element; the field hands it key presses and shows what it found. */

import type { IntentId } from '#core/ids.ts';
import { matchOptions, type ComboboxOption } from '#ui/match-options.ts';
import type { IntentTree, PlacedIntent } from './intent-tree.ts';

type SearchPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/** What a press came to; nothing where it only types. */
type Meant =
  | { readonly kind: 'choose'; readonly id: IntentId }
  | { readonly kind: 'leave' }
  | { readonly kind: 'moved' };

export interface SearchOptions {
  readonly tree: IntentTree;
  /** Ids of those chosen last, the latest first. */
  readonly recent: () => readonly IntentId[];
  readonly chosen: () => IntentId | undefined;
}

const pageRows = 8;

export class IntentSearch {
  readonly #on: SearchOptions;
  readonly #options: readonly ComboboxOption[];
  #open = $state(false);
  #typed = $state('');
  #at = $state(0);
  readonly #found = $derived.by(() => this.#find());

  constructor(options: SearchOptions) {
    this.#on = options;
    this.#options = options.tree.placed.map(({ intent, path, also }) => ({
      value: intent.id,
      label: intent.title,
      path,
      also,
    }));
  }

  get open(): boolean {
    return this.#open;
  }

  get typed(): string {
    return this.#typed;
  }

  /** The best first; with nothing typed, those used last before all others. */
  get found(): readonly PlacedIntent[] {
    return this.#found;
  }

  /** How many at the head of `found` stand there for being used last. */
  get recentCount(): number {
    return this.#open && this.#typed.trim() === '' ? this.#recent.length : 0;
  }

  /** Index into `found`. */
  get at(): number {
    return this.#at;
  }

  get highlighted(): PlacedIntent | undefined {
    return this.#open ? this.#found[this.#at] : undefined;
  }

  show(): void {
    if (this.#open) return;
    this.#typed = '';
    this.#open = true;
    const chosen = this.#on.chosen();
    const at = this.#found.findIndex(({ intent }) => intent.id === chosen);
    // A branch of the tree is rarely meant.
    const first = this.recentCount > 0 ? 0 : this.#found.findIndex(({ digit }) => digit);
    this.#at = Math.max(0, at >= 0 ? at : first);
  }

  hide(): void {
    this.#open = false;
    this.#typed = '';
  }

  /** A blank before the first word only says that words follow. */
  type(text: string): void {
    this.#open = true;
    this.#typed = text;
    this.#at = 0;
  }

  highlight(index: number): void {
    this.#at = Math.max(0, Math.min(this.#found.length - 1, index));
  }

  press(press: SearchPress): Meant | undefined {
    if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return undefined;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: pageRows, PageUp: -pageRows }[press.key];
    if (step !== undefined) {
      if (this.#open) this.highlight(this.#at + step);
      else this.show();
      return { kind: 'moved' };
    }
    if (!this.#open) return undefined;
    if (press.key === 'Escape') return { kind: 'leave' };
    if (press.key === 'Enter') return this.highlighted && choose(this.highlighted);
    const atOnce = this.#typed === '' && !press.shiftKey && this.#chosenAtOnce(press);
    return atOnce ? choose(atOnce) : undefined;
  }

  #chosenAtOnce({ key, code }: SearchPress): PlacedIntent | undefined {
    const { byDigit, byLetter } = this.#on.tree;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
    return (digit && byDigit.get(digit)) || byLetter.get(key.toLowerCase());
  }

  get #recent(): readonly PlacedIntent[] {
    return this.#on
      .recent()
      .map((id) => this.#on.tree.byId.get(id))
      .filter((each) => each !== undefined && !each.intent.retired) as PlacedIntent[];
  }

  #find(): readonly PlacedIntent[] {
    const { placed, byId } = this.#on.tree;
    if (!this.#open) return [];
    if (this.#typed.trim() !== '')
      return matchOptions(this.#options, this.#typed).map(
        ({ value }) => byId.get(value as IntentId) as PlacedIntent,
      );
    // A handful, so looking through them for each is cheap.
    const recent = this.#recent;
    return [...recent, ...placed.filter((each) => !recent.includes(each))];
  }
}

const choose = ({ intent }: PlacedIntent): Meant => ({ kind: 'choose', id: intent.id });
