import { expect, it } from 'vitest';
import { epochMs } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { sketchSession, sketchStart } from '#actions/sketch-session.ts';
import { StoredTab } from './stored-tab.ts';

const events = sketchSession('a@500 b@31000 c@62000 d@93000');
const until = (to: number, from = 0) =>
  events.filter(({ timestamp }) => timestamp - sketchStart >= from && timestamp - sketchStart < to);
const tab = () => new StoredTab(epochMs(sketchStart));

it('gives a chunk the keyframe it lacks, half a minute after the page was last whole', () => {
  const stored = tab();
  expect(stored.push(until(31_000), false)).toBeUndefined();
  expect(stored.push(until(62_000, 31_000), false)).toBeDefined();
});

it('leaves alone what has one, and counts from there', () => {
  const stored = tab();
  stored.push(until(500), false);
  expect(stored.push(until(31_000, 500), true)).toBeUndefined();
  expect(stored.push(until(31_100, 31_000), false)).toBeDefined();
  expect(stored.push(until(62_000, 31_100), true)).toBeUndefined();
});

it('makes none of a page it lost sight of', () => {
  const stored = tab();
  stored.push(until(31_000), false);
  stored.lose();
  expect(stored.push(until(93_000, 62_000), false)).toBeUndefined();
  expect(stored.push(until(200_000, 93_000), false)).toBeUndefined();
});

it('passes over what is no event or makes no sense', () => {
  const stored = tab();
  const nonsense = [
    null,
    7,
    {},
    { type: 3, timestamp: sketchStart },
    { type: 2, timestamp: 1, data: {} },
  ];
  const itself = { parentId: 1, nextId: null, node: { id: 1, type: 0, childNodes: [] } };
  const cycle = { source: 0, adds: [itself], removes: [], texts: [], attributes: [] };
  const odd: RecordedEvent = { type: 3, data: cycle, timestamp: sketchStart + 100 };
  expect(stored.push([...nonsense, ...until(31_000), odd], false)).toBeUndefined();
  expect(stored.push([...nonsense, ...until(62_000, 31_000)], false)).toBeDefined();
});
