import { expect, test } from 'vitest';
import type { IntentId, TaskId } from '#core/ids.ts';
import { named, sketchTasks } from '#draft/sketch-annotation.ts';
import { askedOf, lackingOf, nextLacking } from './lacking.ts';
import { sketchIntents } from './sketch-naming.ts';

const asked = askedOf(sketchIntents('find old', { old: { retired: true } }));
const [a, b, c] = sketchTasks('a:0-10 b:20-30 c:40-50') as [never, never, never];

test('fields are lacking in the order they are filled in', () => {
  expect(lackingOf(a, asked)).toEqual(['instruction', 'intent', 'outcome']);
  expect(lackingOf(named(a), asked)).toEqual([]);
  expect(lackingOf(named(a), askedOf([], ['notes']))).toEqual(['notes']);
});

test('an intent that is no longer used is as good as none', () => {
  expect(lackingOf({ ...named(a), intentId: 'old' as IntentId }, asked)).toEqual(['intent']);
});

test('of a subtask only an instruction is asked', () => {
  expect(lackingOf({ ...(a as object), parentId: 'b' as TaskId } as never, asked)).toEqual([
    'instruction',
  ]);
});

test('the next one comes after, then from the first on, and the same one last', () => {
  expect(nextLacking([a, b, c], asked, a)).toBe(b);
  expect(nextLacking([a, named(b), named(c)], asked, c)).toBe(a);
  expect(nextLacking([named(a), b, named(c)], asked, b)).toBe(b);
  expect(nextLacking([named(a)], asked, undefined)).toBeUndefined();
});
