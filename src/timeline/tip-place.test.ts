import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeTip } from './tip-place.ts';

const size = { width: 200, height: 60 };
const room = { widthPx: 1000, heightPx: 700, fromPx: 500 };

test.each([
  ['above the pointer', { clientX: 400, clientY: 640 }, { left: 300, top: 566 }],
  ['under it near the ruler', { clientX: 400, clientY: 520 }, { left: 300, top: 548 }],
  ['inside the window', { clientX: 990, clientY: 640 }, { left: 792, top: 566 }],
])('it stands %s', (_, pointer, place) => {
  expect(placeTip(pointer, size, room)).toEqual(place);
});

test('where the lanes are low it stands beside the pointer', () => {
  const low = { ...room, heightPx: 590 };
  expect(placeTip({ clientX: 400, clientY: 560 }, size, low)).toEqual({ left: 414, top: 522 });
  expect(placeTip({ clientX: 900, clientY: 560 }, size, low)).toEqual({ left: 686, top: 522 });
});

test('it never covers the ruler, nor what is pointed at', () => {
  const pointers = fc.record({
    clientX: fc.integer({ min: 0, max: 1000 }),
    clientY: fc.integer({ min: 501, max: 700 }),
  });
  fc.assert(
    fc.property(pointers, fc.integer({ min: 10, max: 120 }), (pointer, height) => {
      const { left, top } = placeTip(pointer, { width: 200, height }, room);
      const { clientX, clientY } = pointer;
      expect(top).toBeGreaterThanOrEqual(room.fromPx);
      const isOver =
        left <= clientX && clientX <= left + 200 && top <= clientY && clientY <= top + height;
      expect(isOver).toBe(false);
    }),
  );
});
