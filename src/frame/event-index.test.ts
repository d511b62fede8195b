import { describe, expect, test } from 'vitest';
import { EventIndex } from './event-index.ts';
import type { RecordedEvent } from './recorded-event.ts';

const event = (type: number, timestamp: number, data: object) =>
  ({ type, timestamp, data }) as RecordedEvent;
const page = (at: number, childNodes: object[] = []) => [
  event(4, at, { href: 'https://desk.example/', width: 800, height: 600 }),
  event(2, at + 10, {
    node: { type: 0, id: 1, childNodes },
    initialOffset: { top: 5, left: 0 },
  }),
];
const change = (at: number, source: number, data: object = {}) => event(3, at, { source, ...data });

function indexOf(...events: RecordedEvent[]): EventIndex {
  const index = new EventIndex();
  index.add(events);
  return index;
}

describe('settling', () => {
  const index = indexOf(...page(100), change(150, 0), ...page(200));

  test.each([
    ['before the first page', 0, 111],
    ['at its address', 100, 111],
    ['at its snapshot', 110, 111],
    ['between pages', 150, 150],
    ['at the next address', 200, 211],
    ['at the next snapshot', 210, 211],
    ['after it', 300, 300],
  ])('%s', (_where, at, expected) => {
    expect(index.settle(at)).toBe(expected);
  });
});

test('the last change before a time leaves out what moves the pointer only', () => {
  const index = indexOf(
    ...page(100),
    change(150, 5, { id: 2 }),
    change(160, 1, { positions: [{ x: 1, y: 2, id: 1, timeOffset: -40 }] }),
  );
  expect(index.lastChangeBefore(100)).toBeUndefined();
  expect(index.lastChangeBefore(150)).toBe(110);
  expect(index.lastChangeBefore(170)).toBe(150);
});

test('a pointer is where it was at the moment, not at the end of its batch', () => {
  const positions = [-40, -20, 0].map((timeOffset) => ({ x: timeOffset, y: 0, id: 1, timeOffset }));
  const index = indexOf(...page(100), change(200, 1, { positions }));
  expect(index.pointerAt(150)).toBeUndefined();
  expect(index.pointerAt(185)).toMatchObject({ x: -20 });
});

test('a press is told for as long as it is asked for', () => {
  const index = indexOf(...page(100), change(200, 2, { type: 2, id: 4, x: 9, y: 8 }));
  expect(index.pressAt(199, 400)).toBeUndefined();
  expect(index.pressAt(300, 400)).toMatchObject({ x: 9, y: 8, node: 4 });
  expect(index.pressAt(601, 400)).toBeUndefined();
});

test('scrolls are told since the page in front was loaded, from its snapshot on', () => {
  const scrolledBox = { type: 2, id: 7, tagName: 'ul', attributes: { rr_scrollTop: 40 } };
  const index = indexOf(
    ...page(100),
    change(150, 3, { id: 9, x: 0, y: 90 }),
    ...page(200, [{ ...scrolledBox, childNodes: [] }]),
    change(250, 3, { id: 1, x: 0, y: 70 }),
  );
  const topsAt = (at: number) => [...index.scrollsBefore(at)].map(([id, { y }]) => [id, y]);
  expect(topsAt(160)).toEqual([
    [1, 5],
    [9, 90],
  ]);
  expect(topsAt(220)).toEqual([
    [7, 40],
    [1, 5],
  ]);
  expect(topsAt(251)).toEqual([
    [7, 40],
    [1, 70],
  ]);
});
