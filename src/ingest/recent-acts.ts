import type { Action } from '#core/action.ts';
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

/** The acts of the last seconds, kept until nothing can change them any more. */
export class RecentActs {
  #acts: Act[] = [];
  #settled: Action[] = [];

  get all(): readonly Act[] {
    return this.#acts;
  }

  /** The last act that may have brought a page about. */
  get latest(): Act | undefined {
    return this.#acts.findLast(({ canCause }) => canCause);
  }

  /** No action ending before this time will still come; undefined when none is pending. */
  get settledUntil(): Ms | undefined {
    if (this.#acts.length === 0) return undefined;
    return ms(Math.min(...this.#acts.map(({ draft }) => draft.endsMs - 1)));
  }

  begin(draft: Draft, options: { isOpen?: boolean; canCause?: boolean } = {}): Act {
    const act = { draft, isOpen: options.isOpen ?? false, canCause: options.canCause ?? true };
    this.#acts.push(act);
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

  take(): Action[] {
    return this.#settled.splice(0);
  }
}
