/** What a person did, in order of time: the actions of a track, and the changes of page that no action
 * of it led to, such as a step back. */

import type { Action } from '#core/action.ts';
import type { Ms, Span } from '#core/time.ts';
import type { PageVisit, Track } from '#core/track.ts';
import { pageKey } from './page-key.ts';

export interface Act extends Span {
  readonly tab: number;
  /** Absent where only the page changed. */
  readonly action?: Action;
  /** The page it was done on, and the one it left, by `pageKey`. */
  readonly page: string;
  readonly next: string;
  /** What two acts of the same sort have in common. */
  readonly sort: string;
}

/** A page that comes so soon after an action came of it. */
const promptMs = 1200;

export function actsOf({ actions, pages }: Pick<Track, 'actions' | 'pages'>): readonly Act[] {
  const sorted = [...actions].sort(
    (a, b) => a.startsMs - b.startsMs || a.tab - b.tab || a.events[0] - b.events[0],
  );
  const visits = [...pages].sort((a, b) => a.startsMs - b.startsMs || a.tab - b.tab);
  const led = new Map<PageVisit, Action>();
  const bare: PageVisit[] = [];
  let from = 0;
  for (const visit of visits.filter(isLater(visits))) {
    while (from < sorted.length && sorted[from]!.endsMs < visit.startsMs - 30_000) from += 1;
    const by = causeOf(visit, sorted, from);
    if (by) led.set(visit, by);
    else bare.push(visit);
  }
  const nextOf = new Map([...led].map(([visit, action]) => [action, visit]));
  const pageAt = pagesByTime(visits);
  return [
    ...sorted.map((action): Act => {
      const page = pageKey(pageAt(action.tab, action.startsMs) ?? action.page.url);
      const target = nextOf.get(action);
      return {
        startsMs: action.startsMs,
        endsMs: action.endsMs,
        tab: action.tab,
        action,
        page,
        next: target ? pageKey(target.url) : page,
        sort: sortOf(action, page),
      };
    }),
    ...bare.map((visit): Act => {
      const next = pageKey(visit.url);
      const { startsMs, tab } = visit;
      return { startsMs, endsMs: startsMs, tab, page: '', next, sort: `to ${next}` };
    }),
  ].sort((a, b) => a.startsMs - b.startsMs || a.tab - b.tab);
}

/** Not the first of its tab: that one is where the recording began, not something done. */
const isLater = (visits: readonly PageVisit[]) => {
  const first = new Map<number, PageVisit>();
  for (const visit of visits) if (!first.has(visit.tab)) first.set(visit.tab, visit);
  return (visit: PageVisit) => first.get(visit.tab) !== visit;
};

/** Asked in order of time. */
function pagesByTime(visits: readonly PageVisit[]) {
  const byTab = new Map<number, PageVisit[]>();
  for (const visit of visits) {
    const own = byTab.get(visit.tab);
    if (own) own.push(visit);
    else byTab.set(visit.tab, [visit]);
  }
  const places = new Map<number, number>();
  return (tab: number, at: Ms): string | undefined => {
    const own = byTab.get(tab) ?? [];
    let place = places.get(tab) ?? -1;
    while (place + 1 < own.length && own[place + 1]!.startsMs < at) place += 1;
    places.set(tab, place);
    return own[place]?.url;
  };
}

function causeOf(visit: PageVisit, actions: readonly Action[], from: number): Action | undefined {
  let found: Action | undefined;
  for (let at = from; at < actions.length; at += 1) {
    const action = actions[at]!;
    if (action.startsMs > visit.startsMs) break;
    if (action.tab === visit.tab && canLead(action) && visit.startsMs - action.endsMs <= promptMs)
      found = action;
  }
  return found;
}

const canLead = ({ kind }: Action) => kind !== 'scroll' && kind !== 'copy' && kind !== 'type';

/** The same act on another order or customer is of the same sort: digits and typed words don't count,
 * nor does the name of a link, which is most often that of a thing. */
function sortOf(action: Action, page: string): string {
  const { target } = action;
  const role = target?.role ?? target?.tag ?? '';
  const name = role === 'link' ? '' : plain(target?.name ?? '');
  const keys = action.kind === 'press' ? action.keys : '';
  return [action.kind, keys, role, name, page].join(' ');
}

const plain = (text: string) => text.replace(/\d+/g, '#').toLowerCase().trim();

export const pauseBetween = (before: Act, after: Act): Ms =>
  Math.max(0, after.startsMs - before.endsMs) as Ms;
