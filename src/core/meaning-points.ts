/** The moments of a session at which something begins or is done with, for edges to stand on. */

import type { Action } from './action.ts';
import { describeAction } from './describe-action.ts';
import type { Edge } from './edge-room.ts';
import { ms, type Ms } from './time.ts';
import type { Gap, Track } from './track.ts';

/** Most telling first: of several at one millisecond the first is told. */
const kinds = [
  'submit',
  'navigation',
  'tab change',
  'page shown',
  'idle',
  'action start',
  'action end',
  'focus',
] as const;

export interface MeaningPoint {
  readonly atMs: Ms;
  readonly kind: (typeof kinds)[number];
  /** What happens there, for a person: `form submitted`. */
  readonly words: string;
}

/** In order of time, one at most per millisecond. */
export function meaningPoints(track: Track): readonly MeaningPoint[] {
  const found = [
    ...track.pages.flatMap(({ startsMs, shownMs }) => [
      point('navigation', startsMs, 'page opened'),
      ...(shownMs === undefined ? [] : [point('page shown', shownMs, 'page shown')]),
    ]),
    ...track.gaps.flatMap(idlePoints),
    ...track.actions.flatMap(actionPoints),
    ...changes(track),
  ].sort((a, b) => a.atMs - b.atMs || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  return found.filter((each, index) => each.atMs !== found[index - 1]?.atMs);
}

/** The first point strictly after `at`, or the last strictly before it. */
export function nextPoint(
  points: readonly MeaningPoint[],
  at: Ms,
  direction: 1 | -1,
): MeaningPoint | undefined {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { atMs } = points[middle]!;
    if (direction === 1 ? atMs <= at : atMs < at) low = middle + 1;
    else high = middle;
  }
  return points[direction === 1 ? low : low - 1];
}

/** The point at exactly `at`. */
export function pointAt(points: readonly MeaningPoint[], at: Ms): MeaningPoint | undefined {
  const point = nextPoint(points, ms(at - 1), 1);
  return point?.atMs === at ? point : undefined;
}

/** Where a start takes in one action more or less, or an end does. */
export function nextActionEdge(
  actions: readonly Action[],
  edge: Edge,
  at: Ms,
  direction: 1 | -1,
): MeaningPoint | undefined {
  let nearest: Action | undefined;
  const timeOf = (action: Action) => Math.round(edge === 'start' ? action.startsMs : action.endsMs);
  for (const action of actions) {
    const away = (timeOf(action) - at) * direction;
    if (away > 0 && (!nearest || away < (timeOf(nearest) - at) * direction)) nearest = action;
  }
  if (nearest === undefined) return undefined;
  const words = describeAction(nearest);
  return edge === 'start'
    ? point('action start', timeOf(nearest), words)
    : point('action end', timeOf(nearest), `end of ${words}`);
}

const point = (kind: MeaningPoint['kind'], at: number, words: string): MeaningPoint => ({
  atMs: ms(Math.round(at)),
  kind,
  words,
});

const gapWords: Readonly<Record<Gap['reason'], readonly [string, string]>> = {
  idle: ['idle from here', 'idle until here'],
  'clock-jump': ['the clock jumps', 'the clock has jumped'],
  'missing-chunk': ['recording missing from here', 'recording goes on'],
  paused: ['paused by the contributor', 'recording goes on'],
  lost: ['recording cut off', 'recording goes on'],
  'not-work': ['not work from here', 'not work until here'],
};

function idlePoints({ reason, startsMs, endsMs }: Gap): MeaningPoint[] {
  const [from, to] = gapWords[reason];
  return [point('idle', startsMs, from), point('idle', endsMs, to)];
}

function actionPoints(action: Action): MeaningPoint[] {
  const words = describeAction(action);
  if (action.kind === 'submit') return [point('submit', action.startsMs, 'form submitted')];
  return [
    point('action start', action.startsMs, words),
    point('action end', action.endsMs, `end of ${words}`),
  ];
}

/** Where the person goes on in another tab or another field. */
function changes({ keystrokes, actions }: Track): MeaningPoint[] {
  const done = [
    ...keystrokes.map(({ atMs, tab = 0, node }) => ({ atMs, tab, node })),
    ...actions.map(({ startsMs, tab }) => ({ atMs: startsMs, tab, node: -1 })),
  ].sort((a, b) => a.atMs - b.atMs);
  const found: MeaningPoint[] = [];
  let field = -1;
  done.forEach(({ atMs, tab, node }, index) => {
    const before = done[index - 1];
    if (before && before.tab !== tab) found.push(point('tab change', atMs, 'another tab'));
    else if (node >= 0 && field >= 0 && node !== field)
      found.push(point('focus', atMs, 'another field'));
    if (before?.tab !== tab) field = node;
    else if (node >= 0) field = node;
  });
  return found;
}
