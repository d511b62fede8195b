import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from './action.ts';
import type { Keystroke } from './keystroke.ts';
import { meaningPoints, nextActionEdge, nextPoint, pointAt } from './meaning-points.ts';
import { ms } from './time.ts';
import type { Track } from './track.ts';

const action = (kind: 'submit' | 'copy', startsMs: number, endsMs: number, tab = 0) =>
  ({
    kind,
    startsMs: ms(startsMs),
    endsMs: ms(endsMs),
    tab,
    page: { url: 'https://shop.test/' },
    events: [0, 0],
    evidence: 'exact',
  }) as Action;

const keystroke = (atMs: number, node: number, tab?: number) =>
  ({ atMs: ms(atMs), node, ...(tab !== undefined && { tab }) }) as Keystroke;

const track = (more: Partial<Track>): Track => ({
  format: 1,
  pages: [],
  gaps: [],
  activityFromMs: ms(0),
  activity: [],
  keystrokes: [],
  actions: [],
  ...more,
});

const print = (given: Partial<Track>) =>
  meaningPoints(track(given)).map(({ atMs, words }) => `${atMs} ${words}`);

test('pages, idle stretches and actions begin and end', () => {
  const page = { startsMs: ms(0), endsMs: ms(9000), tab: 0, url: 'https://shop.test/' };
  expect(
    print({
      pages: [{ ...page, shownMs: ms(120.4) }],
      gaps: [{ startsMs: ms(3000), endsMs: ms(8000), reason: 'idle' }],
      actions: [action('copy', 500, 700), action('submit', 2000, 2000)],
    }),
  ).toEqual([
    '0 page opened',
    '120 page shown',
    '500 copy',
    '700 end of copy',
    '2000 form submitted',
    '3000 idle from here',
    '8000 idle until here',
  ]);
});

test('of what happens at one time the most telling is told', () => {
  const at = { startsMs: ms(2000), endsMs: ms(3000) };
  expect(
    print({
      pages: [{ ...at, tab: 0, url: '' }],
      actions: [action('copy', 1500, 2000), action('submit', 2000.3, 2000.3)],
    }),
  ).toEqual(['1500 copy', '2000 form submitted']);
});

test('going on in another field or another tab is a point', () => {
  expect(
    print({
      keystrokes: [
        keystroke(100, 7),
        keystroke(200, 7),
        keystroke(300, -1),
        keystroke(400, 9),
        keystroke(500, 9, 2),
        keystroke(600, 9, 2),
      ],
    }),
  ).toEqual(['400 another field', '500 another tab']);
});

test('the next point lies strictly beyond, whichever way one goes', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(50)),
      fc.nat(50),
      fc.constantFrom(1, -1),
      (times, at, way) => {
        const points = times
          .sort((a, b) => a - b)
          .map((atMs) => ({ atMs: ms(atMs), kind: 'idle', words: '' }) as const);
        const direction = way as 1 | -1;
        const expected =
          direction === 1 ? times.find((each) => each > at) : times.findLast((each) => each < at);
        expect(nextPoint(points, ms(at), direction)?.atMs).toBe(expected);
        expect(pointAt(points, ms(at)) !== undefined).toBe(times.includes(at));
      },
    ),
  );
});

test('an edge goes by whole actions: starts by their starts, ends by their ends', () => {
  const actions = [action('copy', 100, 200), action('copy', 300, 450), action('copy', 250, 600)];
  const go = (edge: 'start' | 'end', at: number, direction: 1 | -1) =>
    nextActionEdge(actions, edge, ms(at), direction)?.atMs;
  expect(go('start', 100, 1)).toBe(250);
  expect(go('start', 300, -1)).toBe(250);
  expect(go('end', 200, 1)).toBe(450);
  expect(go('end', 600, 1)).toBeUndefined();
  expect(go('end', 600, -1)).toBe(450);
});
