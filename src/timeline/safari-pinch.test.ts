import { expect, test } from 'vitest';
import { safariPinch } from './safari-pinch.ts';

function gesture(node: EventTarget, kind: string, scale: number): boolean {
  const event = Object.assign(new Event(kind, { cancelable: true }), { scale, clientX: 40 });
  node.dispatchEvent(event);
  return event.defaultPrevented;
}

test('each step zooms by what it adds, and the page is not zoomed', () => {
  const node = new EventTarget();
  const told: number[][] = [];
  const stop = safariPinch((factor, x) => told.push([factor, x]))(node);
  expect(gesture(node, 'gesturestart', 1)).toBe(true);
  for (const scale of [2, 3, 0, 1.5]) gesture(node, 'gesturechange', scale);
  expect(told).toEqual([
    [2, 40],
    [1.5, 40],
    [0.5, 40],
  ]);
  gesture(node, 'gestureend', 1.5);
  gesture(node, 'gesturestart', 1);
  gesture(node, 'gesturechange', 2);
  expect(told.at(-1)).toEqual([2, 40]);
  stop?.();
  expect(gesture(node, 'gesturestart', 1)).toBe(false);
});
