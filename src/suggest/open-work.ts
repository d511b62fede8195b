/** What is still under way before each act: a form filled in and not sent, something copied and not
 * yet pasted. A task does not end in the middle of either. */

import type { Act } from './act.ts';
import { closingOf } from './closing-acts.ts';

export interface OpenWork {
  readonly form: boolean;
  readonly clipboard: boolean;
}

const filling = new Set(['type', 'select_option', 'set_checked', 'upload', 'paste']);

/** Farther apart, a copy and a paste hardly belong together. */
const longestMoveMs = 120_000;

export function openWork(acts: readonly Act[]): readonly OpenWork[] {
  const moves = clipboardMoves(acts);
  let form = false;
  return acts.map((act, at) => {
    const before = { form: form && closesLater(acts, at), clipboard: moves[at]! };
    const kind = act.action?.kind;
    if (kind !== undefined && filling.has(kind) && !isSearch(act)) form = true;
    if (closingOf(act) >= 0.5 || (kind === 'click' && act.page !== act.next)) form = false;
    return before;
  });
}

/** Whether what is filled in gets sent at all, soon. */
function closesLater(acts: readonly Act[], from: number): boolean {
  for (const act of acts.slice(from, from + 40)) if (closingOf(act) >= 0.5) return true;
  return false;
}

/** Between a copy and the first paste after it. */
function clipboardMoves(acts: readonly Act[]): readonly boolean[] {
  const inside = new Array<boolean>(acts.length).fill(false);
  let copied: number | undefined;
  for (const [at, { action, startsMs }] of acts.entries()) {
    if (action?.kind === 'copy') copied = at;
    if (action?.kind !== 'paste' || copied === undefined) continue;
    if (startsMs - acts[copied]!.endsMs <= longestMoveMs)
      for (let each = copied + 1; each <= at; each += 1) inside[each] = true;
    copied = undefined;
  }
  return inside;
}

const isSearch = ({ action }: Act) => {
  const { role, name = '', attributes = {} } = action?.target ?? {};
  return role === 'searchbox' || attributes['type'] === 'search' || /search|find|such/i.test(name);
};
