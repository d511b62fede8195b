import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinTracks } from '#core/join-tracks.ts';
import { ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import { sketchWork, type SketchedWork } from './sketch-work.ts';
import { suggestTasks } from './suggest-tasks.ts';

const whole = ms(200_000);
const suggest = (text: string) => suggestTasks(sketchWork(text), whole);
const print = (text: string) =>
  suggest(text).map(({ startsMs, endsMs }) => `${startsMs}-${endsMs}`);

const round = (from: number, id: string) =>
  [
    `click:link:${id}@${from}`,
    `/orders/${id}@${from + 100}`,
    `click:button:Start_picking@${from + 6000}`,
    `/orders@${from + 9000}`,
  ].join(' ');

test('the same flow again is a task each time, and its reasons are told', () => {
  const found = suggest(
    `/orders@0 ${round(3000, 'BH-1')} ${round(15_000, 'BH-2')} ${round(27_000, 'BH-3')}`,
  );
  expect(found.map(({ startsMs, endsMs }) => [startsMs, endsMs])).toEqual([
    [2400, 10_050],
    [14_400, 22_050],
    [26_400, 34_050],
  ]);
  expect(found[1]).toMatchObject({
    suggester: 'tasktape/1',
    endReasons: [{ kind: 'submit' }],
    startReasons: [{ kind: 'return to start' }],
  });
});

test('a long rest divides what it lies between, and says how long it was', () => {
  const found = suggest(
    '/a@0 click:button:One@1000 click:button:Two@2000 click:button:One@60000 click:button:Two@61000',
  );
  expect(found).toHaveLength(2);
  expect(found[0]?.endReasons[0]?.sentence).toBe('Nothing was done for 58 s after it.');
  expect(found[1]?.startReasons[0]?.sentence).toBe('Nothing was done for 58 s before it.');
});

test('a form that is being filled in is not cut in the middle by a rest', () => {
  const opened = 'click:link:Edit@1000 type:textbox:Name@3000 type:textbox:Town@63000';
  expect(print(`/edit@0 ${opened} click:button:Save@65000`)).toHaveLength(1);
  expect(print(`/edit@0 ${opened} click:link:Back@65000`)).toHaveLength(2);
});

test('what is copied on one page and pasted on another stays together', () => {
  const between = (first: string, last: string) =>
    print(
      `/a@0 click:link:A@1000 ${first}:textbox:X@2000 click:link:B@62000 /b@62100 ${last}:textbox:Y@64000`,
    );
  expect(between('copy', 'paste')).toHaveLength(1);
  expect(between('copy', 'type')).toHaveLength(2);
});

test('nothing done, nothing suggested', () => {
  expect(suggest('/a@0')).toEqual([]);
  expect(suggest('scroll@1000 scroll@2000')).toEqual([]);
  expect(suggestTasks({ actions: [], pages: [] }, ms(0))).toEqual([]);
});

const step = fc.record({
  what: fc.constantFrom(
    'click:button:Save',
    'click:link:BH-1',
    'type:textbox:Note',
    'press:Enter',
    'press:n',
    'submit:form:Order',
    'scroll',
    'copy:textbox:A',
    'paste:textbox:B',
    '/orders',
    '/orders/BH-2',
    '/customers',
  ),
  after: fc.oneof(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 90_000 })),
});

const work = fc.array(step, { maxLength: 60 }).map((steps): SketchedWork & { end: number } => {
  let at = 0;
  const text = steps.map(({ what, after }) => `${what}@${(at += after)}`).join(' ');
  return { ...sketchWork(`/orders@0 ${text}`), end: at };
});

test('suggestions lie in the session, in order, apart from each other, and are the same every time', () => {
  fc.assert(
    fc.property(work, fc.integer({ min: 0, max: 5000 }), ({ end, ...track }, more) => {
      const durationMs = ms(end + more);
      const found = suggestTasks(track, durationMs);
      let from = 0;
      for (const each of found) {
        expect(each.startsMs).toBeGreaterThanOrEqual(from);
        expect(each.endsMs).toBeGreaterThan(each.startsMs);
        expect(each.endsMs).toBeLessThanOrEqual(durationMs);
        expect(Number.isInteger(each.startsMs) && Number.isInteger(each.endsMs)).toBe(true);
        expect(each.score).toBeGreaterThan(0);
        expect(each.score).toBeLessThan(1);
        expect(each.startReasons.length).toBeGreaterThan(0);
        expect(each.endReasons.length).toBeGreaterThan(0);
        from = each.endsMs;
      }
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      expect(suggestTasks(track, durationMs)).toEqual(found);
    }),
  );
});

test('it does not matter how the track was cut into chunks', () => {
  const part = (track: SketchedWork, from: number, to: number): Track => ({
    format: 1,
    gaps: [],
    activityFromMs: ms(0),
    activity: [],
    keystrokes: [],
    actions: track.actions.filter(({ endsMs }) => from <= endsMs && endsMs < to),
    pages: track.pages
      .filter(({ startsMs, endsMs }) => startsMs < to && endsMs > from)
      .map((visit) => ({
        ...visit,
        startsMs: ms(Math.max(from, visit.startsMs)),
        endsMs: ms(Math.min(to, visit.endsMs)),
      })),
  });
  fc.assert(
    fc.property(work, fc.integer({ min: 1, max: 300_000 }), ({ end, ...track }, cut) => {
      const joined = (cuts: readonly number[]) =>
        joinTracks(cuts.slice(1).map((to, index) => part(track, cuts[index]!, to)));
      const all = 10_000_000;
      expect(suggestTasks(joined([0, cut, cut + 40_000, all]), ms(end))).toEqual(
        suggestTasks(joined([0, all]), ms(end)),
      );
    }),
  );
});
