import { expect, test } from 'vitest';
import { countKeystrokes, type Keystroke } from './keystroke.ts';
import { ms } from './time.ts';

const press = (key: string, at: number, kind: Keystroke['class'] = 'letter'): Keystroke => ({
  ...{ key, atMs: ms(at), class: kind, fidelity: 'text', modifiers: 0, node: 1 },
  evidence: 'exact',
});
const save = [press('Control', 10, 'modifier'), press('s', 20), press('x', 30)];

test('every press counts, that of a modifier too', () => {
  expect(countKeystrokes(save)).toBe(3);
});

test('in a span those that were pressed in it count', () => {
  expect(countKeystrokes(save, { startsMs: ms(10), endsMs: ms(30) })).toBe(2);
});
