import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { PinchGesture } from './pinch-gesture.ts';
import { timeToX } from './time-scale.ts';
import { Viewport } from './viewport.svelte.ts';

test('times stay under both fingers, also when the view moved before the second came down', () => {
  const viewport = new Viewport(ms(100_000));
  viewport.resize(1000);
  viewport.show({ startsMs: ms(40_000), endsMs: ms(60_000) });
  const pinch = new PinchGesture();
  pinch.press(1, 400, viewport);
  viewport.panBy(-2000);
  expect(pinch.active).toBe(false);
  pinch.press(2, 600, viewport);
  expect(pinch.active).toBe(true);
  pinch.move(2, 800, viewport);
  pinch.move(1, 300, viewport);
  expect(timeToX(viewport, 46_000)).toBeCloseTo(300);
  expect(timeToX(viewport, 50_000)).toBeCloseTo(800);
  pinch.release(1);
  pinch.move(2, 100, viewport);
  expect(timeToX(viewport, 50_000)).toBeCloseTo(800);
});
