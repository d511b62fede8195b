import { expect, test } from 'vitest';
import { keystrokesPlugin } from '#core/plugin-events.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { focusAfter } from './focus-after.ts';

const tags = new Map([
  [5, 'body'],
  [6, 'input'],
  [7, 'button'],
]);
const after = (focused: number | undefined, ...events: RecordedEvent[]) =>
  focusAfter(focused, events, (id) => tags.get(id));

const acted = (type: 5 | 6, id: number): RecordedEvent => ({
  type: 3,
  timestamp: 1,
  data: { source: 2, type, id },
});
const struck = (node: number, phase = 'down'): RecordedEvent => ({
  type: 6,
  timestamp: 2,
  data: { plugin: keystrokesPlugin, payload: { phase, node } },
});

test('the focus goes where it is told to go', () => {
  expect(after(undefined, acted(5, 7))).toBe(7);
  expect(after(7, acted(6, 7))).toBeUndefined();
  expect(after(7, acted(6, 7), acted(5, 6))).toBe(6);
});

test('a key tells of a field that was not known when it got the focus', () => {
  expect(after(7, acted(6, 7), acted(5, -1), struck(6))).toBe(6);
  expect(after(99, struck(6))).toBe(6);
});

test('a key tells nothing where the focus is known, of what is no field, or as it is let go', () => {
  expect(after(7, struck(6))).toBe(7);
  expect(after(undefined, struck(5))).toBeUndefined();
  expect(after(undefined, struck(6, 'up'))).toBeUndefined();
});
