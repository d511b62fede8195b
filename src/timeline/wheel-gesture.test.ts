import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { timeToX, xToTime } from './time-scale.ts';
import { Viewport } from './viewport.svelte.ts';
import { WheelGesture, type Turn } from './wheel-gesture.ts';

const tenHours = ms(36_000_000);
const widthPx = 1280;

function open() {
  const viewport = new Viewport(tenHours);
  viewport.resize(widthPx);
  const wheel = new WheelGesture();
  let now = 0;
  return {
    viewport,
    turn(x: number, turned: Partial<Turn>, restMs = 16): void {
      now += restMs;
      const still = { deltaX: 0, deltaY: 0, deltaMode: 0 };
      const keys = { ctrlKey: false, metaKey: false, shiftKey: false };
      wheel.turn({ ...still, ...keys, timeStamp: now, ...turned }, viewport, xToTime(viewport, x));
    },
  };
}

test('a wheel goes from ten hours to ten milliseconds and back, about the pointer', () => {
  const { viewport, turn } = open();
  const at = xToTime(viewport, 500);
  let notches = 0;
  for (; viewport.endsMs - viewport.startsMs > 10.001; notches += 1) {
    turn(500, { deltaY: -120 });
    expect(Math.abs(timeToX(viewport, at) - 500)).toBeLessThan(1);
  }
  expect(notches).toBeLessThan(40);
  for (let notch = 0; notch < notches; notch += 1) turn(500, { deltaY: 120 });
  expect(viewport.isWhole).toBe(true);
});

test('the time under the pointer stays within a pixel, whatever is turned, but for the ends', () => {
  const turned = fc.record({
    x: fc.integer({ min: 0, max: widthPx }),
    deltaY: fc.integer({ min: -300, max: 300 }),
    deltaMode: fc.constantFrom(0, 1, 2),
    ctrlKey: fc.boolean(),
    zoomFirst: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(turned, { maxLength: 60 }), (turns) => {
      const { viewport, turn } = open();
      for (const { x, zoomFirst, ...how } of turns) {
        for (let notch = 0; notch < zoomFirst; notch += 20) turn(x, { deltaY: -120 });
        const at = xToTime(viewport, x);
        turn(x, how);
        const held = viewport.startsMs === 0 || viewport.endsMs >= tenHours - 1e-6;
        if (!held) expect(Math.abs(timeToX(viewport, at) - x)).toBeLessThan(1);
      }
    }),
  );
});

describe('moving along', () => {
  const near = () => {
    const opened = open();
    opened.viewport.show({ startsMs: ms(1_000_000), endsMs: ms(1_000_000 + widthPx * 10) });
    return opened;
  };

  test.each([
    ['sideways', { deltaX: 30 }],
    ['with Shift', { deltaY: 30, shiftKey: true }],
    ['with Shift, where the browser turns it sideways', { deltaX: 30, shiftKey: true }],
  ])('%s', (_, turned) => {
    const { viewport, turn } = near();
    turn(100, turned);
    expect(viewport.startsMs).toBeCloseTo(1_000_300);
    expect(viewport.msPerPx).toBeCloseTo(10);
  });

  test('goes on while the fingers wander, until they rest', () => {
    const { viewport, turn } = near();
    turn(100, { deltaX: 30, deltaY: 5 });
    turn(100, { deltaX: 10, deltaY: 25 });
    expect(viewport.msPerPx).toBeCloseTo(10);
    expect(viewport.startsMs).toBeCloseTo(1_000_400);
    turn(100, { deltaX: 10, deltaY: 25 }, 500);
    expect(viewport.msPerPx).toBeGreaterThan(10.1);
  });
});
