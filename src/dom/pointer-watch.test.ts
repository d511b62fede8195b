import { expect, test } from 'vitest';
import { Page } from './page.ts';
import { PointerWatch } from './pointer-watch.ts';
import type { RecordedEvent } from './rrweb-events.ts';

const snapshot = (timestamp: number, tagName: string): RecordedEvent => ({
  type: 2,
  timestamp,
  data: {
    node: {
      type: 0,
      id: 1,
      childNodes: [{ type: 2, id: 2, tagName, attributes: {}, childNodes: [] }],
    },
    initialOffset: { left: 0, top: 0 },
  },
});

const move = (timestamp: number, positions: unknown): RecordedEvent => ({
  type: 3,
  timestamp,
  data: { source: 1, positions },
});

function watch(...events: RecordedEvent[]): PointerWatch {
  const page = new Page();
  const pointer = new PointerWatch();
  for (const event of events) {
    page.apply(event);
    pointer.push(event, page);
  }
  return pointer;
}

const onNode = [{ x: 3, y: 4, id: 2, timeOffset: -40 }];

test('the pointer stays through a snapshot of the same page, and not into another page', () => {
  const spot = { timestamp: 160, x: 3, y: 4, node: 2 };
  const before = [snapshot(100, 'button'), move(200, onNode)] as const;
  expect(watch(...before, snapshot(300, 'button')).marks).toEqual({ pointer: spot });
  expect(watch(...before, snapshot(300, 'html')).marks).toEqual({});
});

test('what is replayed leaves the pointer where and when it was', () => {
  const first = watch(snapshot(100, 'button'), move(200, onNode));
  const again = watch(snapshot(900, 'button'), ...first.replay(900));
  expect(again.marks).toEqual(first.marks);
  expect(watch(snapshot(100, 'button')).replay(900)).toEqual([]);
});

test.each([[[null]], [[{ x: 'a', y: 1, id: 2 }]], ['no list'], [undefined]])(
  'positions that make no sense, %j, tell nothing',
  (positions) => {
    expect(watch(snapshot(100, 'button'), move(200, positions)).marks).toEqual({});
  },
);

const click = (timestamp: number, x: number, y: number): RecordedEvent => ({
  type: 3,
  timestamp,
  data: { source: 2, type: 2, id: 2, x, y },
});

test('a click moves the pointer, but not one that the browser put into the corner', () => {
  const before = [snapshot(100, 'button'), move(200, onNode)] as const;
  expect(watch(...before, click(300, 9, 0)).marks.press).toMatchObject({ x: 9, y: 0 });
  expect(watch(...before, click(300, 0, 0)).marks).toEqual(watch(...before).marks);
});
