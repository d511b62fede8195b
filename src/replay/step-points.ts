import type { Action } from '#core/action.ts';
import type { Keystroke } from '#core/keystroke.ts';
import { ms, type Ms } from '#core/time.ts';
import type { PageVisit } from '#core/track.ts';

export const steps = ['action', 'keystroke', 'page'] as const;

/** What the track tells the times of. */
export type TrackStep = (typeof steps)[number];

/** What can be stepped to in a track. */
export interface Recorded {
  readonly actions: readonly Action[];
  readonly keystrokes: readonly Keystroke[];
  readonly pages: readonly PageVisit[];
}

/** The times one can step to, ascending and each once. */
export function stepPoints(step: TrackStep, recorded: Recorded): readonly Ms[] {
  const times = {
    action: () => recorded.actions.map((action) => action.startsMs),
    keystroke: () => recorded.keystrokes.map((keystroke) => keystroke.atMs),
    page: () => pagePoints(recorded.pages),
  }[step]();
  return [...new Set(times)].sort((a, b) => a - b);
}

/** A page that was gone again this soon was passed through on the way to another. */
const passingMs = 250;

/** Where each page can first be seen. */
function pagePoints(pages: readonly PageVisit[]): Ms[] {
  const starts = new Set(pages.map(({ tab, startsMs }) => `${tab} ${startsMs}`));
  const isPassing = ({ tab, startsMs, endsMs }: PageVisit) =>
    endsMs - startsMs < passingMs && starts.has(`${tab} ${endsMs}`);
  return pages
    .filter((page) => !isPassing(page))
    .map(({ startsMs, shownMs = startsMs }) => (shownMs === 0 ? ms(0) : afterwards(shownMs)));
}

/** What happens at a time is on the screen right after it. */
const afterwards = (at: Ms): Ms => ms(at + 1);

/** The nearest point strictly before (-1) or after (1) `at`; `points` ascend. */
export function stepPoint(points: readonly Ms[], at: Ms, direction: 1 | -1): Ms | undefined {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = points[middle] as Ms;
    if (direction === 1 ? point <= at : point < at) low = middle + 1;
    else high = middle;
  }
  return direction === 1 ? points[low] : points[low - 1];
}
