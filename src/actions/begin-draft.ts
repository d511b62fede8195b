import type { PageState, Target } from '#core/action.ts';
import { ms, type Ms } from '#core/time.ts';
import type { Evidence } from '#core/keystroke.ts';
import { describeTarget } from '#dom/describe-target.ts';
import type { Page } from '#dom/page.ts';
import type { Moment } from './moment.ts';

export interface DraftBase {
  startsMs: Ms;
  endsMs: Ms;
  tab: number;
  page: PageState;
  target?: Target;
  targetLost?: boolean;
  modifiers?: number;
  events: readonly [number, number];
  evidence: Evidence;
}

/** What every action says of where and when it began; the page must not have changed since. */
export function beginDraft(
  { at, index, page }: Moment,
  node?: number,
  options: { readonly retarget?: boolean; readonly evidence?: Evidence } = {},
): DraftBase {
  const target = node === undefined ? undefined : describeOnce(page, node, options.retarget);
  return {
    tab: 0,
    startsMs: at,
    endsMs: ms(at + 1),
    page: stateOf(page),
    ...(target !== undefined && { target }),
    ...(target === undefined && node !== undefined && { targetLost: true }),
    events: [index, index],
    evidence: options.evidence ?? 'exact',
  };
}

/** A draft without what its kind adds, to become another kind. */
export function baseOf(draft: DraftBase): DraftBase {
  const { startsMs, endsMs, tab, page, target, targetLost, modifiers, events, evidence } = draft;
  return {
    ...{ startsMs, endsMs, tab, page, events, evidence },
    ...(target !== undefined && { target }),
    ...(targetLost !== undefined && { targetLost }),
    ...(modifiers !== undefined && { modifiers }),
  };
}

function stateOf(page: Page): PageState {
  const { href: url, title } = page;
  const scroll = page.scrollOf();
  return { url, ...(title !== undefined && { title }), ...(scroll !== undefined && { scroll }) };
}

interface Described {
  readonly version: number;
  readonly node: number;
  readonly retarget: boolean | undefined;
  readonly target: Target | undefined;
}

/** Pressing, releasing and clicking ask for the same target while the page stands still. */
const described = new WeakMap<Page, Described>();

export function describeOnce(page: Page, node: number, retarget?: boolean): Target | undefined {
  const { version } = page.tree;
  const last = described.get(page);
  if (last?.version === version && last.node === node && last.retarget === retarget)
    return last.target;
  const target = describeTarget(page, node, { retarget });
  described.set(page, { version, node, retarget, target });
  return target;
}
