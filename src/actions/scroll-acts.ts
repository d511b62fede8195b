import type { Point } from '#core/action.ts';
import type { Ms } from '#core/time.ts';
import type { ScrollData } from '#dom/rrweb-events.ts';
import { beginDraft } from './begin-draft.ts';
import type { Moment } from './moment.ts';
import type { Act, RecentActs } from './recent-acts.ts';

/** Scrolls of one container closer than this are one. */
const joinMs = 800;

/** A page that jumps at once this soon after an act was scrolled by it, and by so little by itself. */
const jumpMs = 500;
const driftPx = 2;

interface Scrolling {
  readonly act: Act;
  readonly from: Point;
  /** Followed at once on an act that may have made it. */
  readonly isCaused: boolean;
  steps: number;
  lastAt: Ms;
}

/** Joins scroll positions into scrolls with a distance. */
export class ScrollActs {
  readonly #acts: RecentActs;
  readonly #open = new Map<number, Scrolling>();

  constructor(acts: RecentActs) {
    this.#acts = acts;
  }

  push(moment: Moment, { id, x, y }: ScrollData): void {
    const { page, at, index } = moment;
    const isPage = page.tree.root?.id === id;
    let scrolling = this.#open.get(id);
    if (scrolling === undefined) {
      const from = page.scrollOf(id) ?? { x: 0, y: 0 };
      const base = beginDraft(moment, isPage ? undefined : id, { retarget: false });
      const act = this.#acts.begin(
        { ...base, kind: 'scroll', dx: 0, dy: 0, to: from },
        { isOpen: true, canCause: false },
      );
      scrolling = { act, from, isCaused: this.#isCaused(at), steps: 0, lastAt: at };
      this.#open.set(id, scrolling);
    }
    const { act, from } = scrolling;
    if (act.draft.kind === 'scroll')
      Object.assign(act.draft, { dx: x - from.x, dy: y - from.y, to: { x, y } });
    this.#acts.extend(act, at, index);
    scrolling.steps += 1;
    scrolling.lastAt = at;
  }

  #isCaused(at: Ms): boolean {
    const { latest } = this.#acts;
    return latest !== undefined && at - latest.draft.endsMs <= jumpMs;
  }

  tick(now: number): void {
    for (const [id, { act, steps, isCaused, lastAt }] of this.#open) {
      if (now - lastAt <= joinMs) continue;
      this.#open.delete(id);
      act.isOpen = false;
      if (act.draft.kind !== 'scroll') continue;
      const { dx, dy } = act.draft;
      const isDrift = Math.max(Math.abs(dx), Math.abs(dy)) <= driftPx;
      if (isDrift || (isCaused && steps === 1)) this.#acts.remove(act);
    }
  }
}
