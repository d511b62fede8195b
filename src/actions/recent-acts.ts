import type { Action, Box } from '#core/action.ts';
import { ms, type Ms } from '#core/time.ts';

type Mutable<T> = T extends unknown ? { -readonly [K in keyof T]: T[K] } : never;

/** An action that later events may still change. */
export type Draft = Mutable<Action>;

/** A draft among the recent ones. */
export interface Act {
  draft: Draft;
  /** Still growing: its end is not known. */
  isOpen: boolean;
  /** False for acts that never bring a page about, such as scrolling. */
  readonly canCause: boolean;
}

/** How long a page change may take to come about after an act. */
export const leadsWithinMs = 5000;
/** How long an act may still be folded into another. */
const foldsWithinMs = 1000;
/** An element stood there when it was acted on this soon before or after. */
const boxHoldsMs = 1000;

/** The acts of the last seconds, kept until nothing can change them any more. */
export class RecentActs {
  #acts: Act[] = [];
  #settled: Action[] = [];
  #told: Draft | undefined;
  readonly #boxes = new Map<number, { readonly at: Ms; readonly box: Box }>();

  /** `told`: what was last told of before these. */
  constructor(told?: Draft) {
    this.#told = told;
  }

  get all(): readonly Act[] {
    return this.#acts;
  }

  /** The last act that may have brought a page about. */
  get latest(): Act | undefined {
    return this.#acts.findLast(({ canCause }) => canCause);
  }

  /** The last act that may have brought a page about, when it was told before its time. */
  get told(): Draft | undefined {
    return this.#told;
  }

  /** No action ending before this time will still come; undefined when none is pending. */
  get settledUntil(): Ms | undefined {
    if (this.#acts.length === 0) return undefined;
    return ms(Math.min(...this.#acts.map(({ draft }) => draft.endsMs - 1)));
  }

  begin(draft: Draft, options: { isOpen?: boolean; canCause?: boolean } = {}): Act {
    const act = { draft, isOpen: options.isOpen ?? false, canCause: options.canCause ?? true };
    this.#acts.push(act);
    const { target } = draft;
    const known = target && this.#boxes.get(target.node);
    if (known !== undefined) this.#place(act, known);
    return act;
  }

  remove(act: Act): void {
    this.#acts = this.#acts.filter((each) => each !== act);
  }

  /** Stretches an act over the event that belongs to it too. */
  extend(act: Act, at: Ms, index: number): void {
    act.draft.endsMs = ms(Math.max(act.draft.endsMs, at + 1));
    act.draft.events = [act.draft.events[0], Math.max(act.draft.events[1], index)];
  }

  /** The last `count` acts done to this element within `withinMs`, oldest first. */
  on(node: number, at: Ms, withinMs = foldsWithinMs): Act[] {
    return this.#acts.filter(
      ({ draft }) => draft.target?.node === node && at - (draft.endsMs - 1) <= withinMs,
    );
  }

  settle(now: number): void {
    const { latest } = this;
    const isDone = (act: Act) => {
      const since = now - (act.draft.endsMs - 1);
      return !act.isOpen && since > (act === latest ? leadsWithinMs : foldsWithinMs);
    };
    if (!this.#acts.some(isDone)) return;
    for (const act of this.#acts) if (isDone(act)) this.#settled.push(act.draft);
    this.#acts = this.#acts.filter((act) => !isDone(act));
  }

  /** Tells all there is, as nothing may come after it. */
  tellAll(): void {
    this.#told = this.latest?.draft ?? this.#told;
    for (const { draft } of this.#acts) this.#settled.push(draft);
    this.#acts = [];
    this.#boxes.clear();
  }

  /** Tells an act once more, now that more is known of it. */
  tellAgain(draft: Draft): void {
    this.#told = undefined;
    this.#settled.push(draft);
  }

  /** Where an element stood; of the last ones only. */
  tellBox(at: Ms, node: number, box: Box): void {
    this.#boxes.delete(node);
    this.#boxes.set(node, { at, box });
    if (this.#boxes.size > 8)
      for (const [first] of [...this.#boxes].slice(0, 1)) this.#boxes.delete(first);
    for (const act of this.#acts)
      if (act.draft.target?.node === node) this.#place(act, { at, box });
  }

  #place({ draft }: Act, { at, box }: { readonly at: Ms; readonly box: Box }): void {
    const isNear = at >= draft.startsMs - boxHoldsMs && at <= draft.endsMs + boxHoldsMs;
    if (draft.target !== undefined && draft.target.box === undefined && isNear)
      draft.target = { ...draft.target, box };
  }

  take(): Action[] {
    return this.#settled.splice(0);
  }
}
