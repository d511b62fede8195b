import type { Point } from '#core/action.ts';
import type { Moment } from './moment.ts';
import type { Act, Draft, RecentActs } from './recent-acts.ts';

/** Clicks closer than this in time and place are one double or triple click. */
const foldMs = 500;
const foldPx = 4;

interface Third {
  readonly click: Draft;
  /** The double click it was folded into, and that one's draft before. */
  readonly into: Act;
  readonly before: Draft;
}

/** Folds two and three clicks into one act; a longer run of clicks becomes pairs where the browser
 * counts them so, else each click after the third is one of its own. */
export class ClickFolds {
  readonly #acts: RecentActs;
  #third: Third | undefined;

  constructor(acts: RecentActs) {
    this.#acts = acts;
  }

  /** Takes a click that was just begun. */
  add(act: Act, { at, index }: Moment): void {
    const before = this.#before(act);
    if (before?.draft.kind !== 'dblclick') return;
    this.#third = { click: act.draft, into: before, before: { ...before.draft } };
    this.#acts.remove(act);
    before.draft = { ...before.draft, kind: 'tripleclick' } as Draft;
    this.#acts.extend(before, at, index);
  }

  /** The browser counted a double click. */
  double({ at, index }: Moment): void {
    const { latest } = this.#acts;
    if (latest?.draft.kind !== 'click') return;
    const before = this.#before(latest);
    let first: Draft = before?.draft.kind === 'click' ? before.draft : latest.draft;
    if (before?.draft.kind === 'click') this.#acts.remove(before);
    else if (before !== undefined && this.#third?.into === before) {
      before.draft = this.#third.before;
      first = this.#third.click;
      this.#third = undefined;
    }
    latest.draft = { ...first, kind: 'dblclick' } as Draft;
    this.#acts.extend(latest, at, index);
  }

  /** The click or double click that `act` may continue. */
  #before(act: Act): Act | undefined {
    const { draft } = act;
    const before = this.#acts.all.findLast((each) => each !== act && each.canCause);
    if (before === undefined || draft.kind !== 'click') return undefined;
    const last = before.draft;
    if (last.kind !== 'click' && last.kind !== 'dblclick' && last.kind !== 'tripleclick')
      return undefined;
    const isNear =
      last.point === undefined ||
      draft.point === undefined ||
      distance(last.point, draft.point) <= foldPx;
    const isSoon = draft.startsMs - (last.endsMs - 1) <= foldMs;
    return isNear && isSoon && last.target?.node === draft.target?.node ? before : undefined;
  }
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
