import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanes, type Lane } from './lane-marks.ts';
import { yieldLanes } from './lane-room.ts';

const pxOf = (lane: Lane) => (lane === 'keys' || lane === 'tasks' ? 40 : 24);
const gone = (roomPx: number) => [...yieldLanes(pxOf, roomPx)];
const whole = lanes.reduce((sum, lane) => sum + pxOf(lane), 0);

test('with room for all none makes way; with less, as few as need to', () => {
  expect(gone(whole)).toEqual([]);
  expect(gone(whole - 1)).toEqual(['activity']);
  expect(gone(whole - 25)).toEqual(['activity', 'pointer']);
});

test('ruler, keys and tasks stay whatever the room', () => {
  expect(gone(0)).toEqual(['activity', 'pointer', 'pages', 'actions']);
});

test('what stays fits, and fits as well in just the room it takes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 104, max: 400 }), (roomPx) => {
      const away = yieldLanes(pxOf, roomPx);
      const taken = lanes.reduce((sum, lane) => sum + (away.has(lane) ? 0 : pxOf(lane)), 0);
      expect(taken).toBeLessThanOrEqual(roomPx);
      expect(yieldLanes(pxOf, taken)).toEqual(away);
    }),
  );
});
