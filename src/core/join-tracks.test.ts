import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Action } from './action.ts';
import { joinTracks } from './join-tracks.ts';
import { ms } from './time.ts';
import type { PageVisit, TextInput, Track } from './track.ts';

const track = (parts: Partial<Track>): Track => ({
  format: 1,
  pages: [],
  keystrokes: [],
  actions: [],
  gaps: [],
  activityFromMs: ms(0),
  activity: [],
  ...parts,
});
const visit = (url: string, from: number, to: number, tab = 0): PageVisit => ({
  tab,
  url,
  startsMs: ms(from),
  endsMs: ms(to),
});

it('joins visits that a chunk edge cut, keeping the newest title', () => {
  const joined = joinTracks([
    track({ pages: [visit('/a', 0, 10), visit('/b', 10, 60)] }),
    track({ pages: [{ ...visit('/b', 60, 80), title: 'B' }, visit('/a', 80, 90)] }),
  ]);
  expect(joined.pages).toEqual([
    visit('/a', 0, 10),
    { ...visit('/b', 10, 80), title: 'B' },
    visit('/a', 80, 90),
  ]);
});

it('keeps when a page was first seen, whichever piece tells it', () => {
  const shown = { ...visit('/a', 10, 60), shownMs: ms(12) };
  const joined = joinTracks([
    track({ pages: [visit('/a', 0, 10)] }),
    track({ pages: [shown, visit('/a', 60, 80)] }),
  ]);
  expect(joined.pages).toEqual([{ ...visit('/a', 0, 80), shownMs: 12 }]);
});

it('never joins across a hole or across tabs', () => {
  const pages = [visit('/a', 0, 10), visit('/a', 0, 10, 1), visit('/a', 11, 20)];
  expect(joinTracks([track({ pages })]).pages).toHaveLength(3);
});

it('keeps apart the same page in front twice', () => {
  const pages = [visit('/a', 0, 10), visit('/b', 10, 20, 1), visit('/a', 20, 30)];
  expect(joinTracks([track({ pages })]).pages).toEqual(pages);
});

it('takes what is told once more of an action for the truth', () => {
  const click: Action = {
    kind: 'click',
    tab: 0,
    page: { url: '/' },
    startsMs: ms(5),
    endsMs: ms(6),
    events: [3, 4],
    evidence: 'exact',
  };
  const other = { ...click, tab: 1 };
  const led: Action = { ...click, leadsTo: '/b' };
  const joined = joinTracks([track({ actions: [click, other] }), track({ actions: [led] })]);
  expect(joined.actions).toEqual([led, other]);
});

it('puts text without keys in order, and says nothing where there is none', () => {
  const input = (atMs: number, tab?: number): TextInput => ({
    atMs: ms(atMs),
    cause: 'paste',
    fidelity: 'class',
    node: 4,
    ...(tab !== undefined && { tab }),
  });
  const tracks = [track({ textInputs: [input(9)] }), track({ textInputs: [input(2, 1)] })];
  expect(joinTracks(tracks).textInputs).toEqual([input(2, 1), input(9)]);
});

it('lays activity on one axis and adds what overlaps', () => {
  const joined = joinTracks([
    track({ activityFromMs: ms(2000), activity: [1, 2] }),
    track({ activityFromMs: ms(3000), activity: [5, 1] }),
    track({ activityFromMs: ms(6000), activity: [4] }),
  ]);
  expect(joined.activityFromMs).toBe(2000);
  expect(joined.activity).toEqual([1, 7, 1, 0, 4]);
});

it('keeps every event and does not care how tracks were grouped', () => {
  const part = fc
    .tuple(fc.nat(50), fc.array(fc.nat(9), { maxLength: 8 }))
    .map(([from, activity]) => track({ activityFromMs: ms(from * 1000), activity }));
  const total = (tracks: readonly Track[]) =>
    tracks.flatMap(({ activity }) => activity).reduce((a, b) => a + b, 0);
  fc.assert(
    fc.property(fc.array(part), fc.nat(10), (tracks, cut) => {
      const joined = joinTracks(tracks);
      expect(total([joined])).toBe(total(tracks));
      const halves = [joinTracks(tracks.slice(0, cut)), joinTracks(tracks.slice(cut))];
      expect(joinTracks(halves)).toEqual(joined);
    }),
  );
});

it('is empty when there is nothing to join', () => {
  expect(joinTracks([])).toEqual(track({}));
});
