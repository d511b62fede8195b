import type { Action } from './action.ts';
import { joinGaps } from './join-gaps.ts';
import { ms, type Ms } from './time.ts';
import { activityBinMs, type Outline, type PageVisit, type Track } from './track.ts';

/** One track over many chunks: visits cut at a chunk's edge are whole again, activity adds up. */
export function joinTracks(tracks: readonly Track[]): Track {
  const textInputs = tracks.flatMap((track) => track.textInputs ?? []);
  return {
    ...joinOutlines(tracks),
    keystrokes: tracks.flatMap(({ keystrokes }) => keystrokes).sort((a, b) => a.atMs - b.atMs),
    ...(textInputs.length > 0 && { textInputs: textInputs.sort((a, b) => a.atMs - b.atMs) }),
    actions: joinActions(tracks),
  };
}

/** What `joinTracks` tells of pages, gaps and activity. */
export function joinOutlines(outlines: readonly Outline[]): Outline {
  const activity = sumActivity(outlines.filter((outline) => outline.activity.length > 0));
  return {
    format: 1,
    pages: joinVisits(outlines.flatMap(({ pages }) => pages)),
    gaps: joinGaps(
      outlines.flatMap(({ gaps }) => gaps),
      activity,
    ),
    ...activity,
  };
}

const byStart = (a: { startsMs: Ms }, b: { startsMs: Ms }): number => a.startsMs - b.startsMs;

/** What led to a page may be told before the page came, and then once more with it. */
function joinActions(tracks: readonly Track[]): Action[] {
  const joined: Action[] = [];
  const places = new Map<string, number>();
  const nameOf = ({ tab, startsMs, events }: Action) => `${tab} ${startsMs} ${events[0]}`;
  for (const { actions } of tracks) {
    const from = joined.length;
    for (const action of actions) joined[places.get(nameOf(action)) ?? joined.length] = action;
    for (const [i, action] of joined.slice(from).entries()) places.set(nameOf(action), from + i);
  }
  return joined.sort(byStart);
}

function joinVisits(visits: readonly PageVisit[]): PageVisit[] {
  const joined: PageVisit[] = [];
  const lastOfTab = new Map<number, number>();
  for (const visit of [...visits].sort(byStart)) {
    const at = lastOfTab.get(visit.tab);
    const last = at === undefined ? undefined : joined[at];
    if (at !== undefined && last?.url === visit.url && last.endsMs >= visit.startsMs) {
      const title = visit.title ?? last.title;
      const shownMs = last.shownMs ?? visit.shownMs;
      joined[at] = {
        ...last,
        endsMs: ms(Math.max(last.endsMs, visit.endsMs)),
        ...(title !== undefined && { title }),
        ...(shownMs !== undefined && { shownMs }),
      };
    } else {
      lastOfTab.set(visit.tab, joined.length);
      joined.push(visit);
    }
  }
  return joined;
}

type Activity = Pick<Outline, 'activityFromMs' | 'activity'>;

function sumActivity(tracks: readonly Activity[]): Activity {
  const bin = (at: number) => Math.floor(at / activityBinMs);
  const [first] = tracks;
  if (first === undefined) return { activityFromMs: ms(0), activity: [] };
  let from = Number.POSITIVE_INFINITY;
  let until = 0;
  for (const { activityFromMs, activity } of tracks) {
    from = Math.min(from, bin(activityFromMs));
    until = Math.max(until, bin(activityFromMs) + activity.length);
  }
  const sum = new Array<number>(until - from).fill(0);
  for (const { activityFromMs, activity } of tracks)
    for (const [i, count] of activity.entries()) {
      const at = bin(activityFromMs) - from + i;
      sum[at] = (sum[at] ?? 0) + count;
    }
  return { activityFromMs: ms(from * activityBinMs), activity: sum };
}
