import { expect, test } from 'vitest';
import type { Action } from '#core/action.ts';
import { ms } from '#core/time.ts';
import { suggestInstruction } from './suggest-instruction.ts';

const action = (startsMs: number, more: object) => ({ startsMs, ...more }) as unknown as Action;
const named = (name: string) => ({ target: { name } });
const span = { startsMs: ms(100), endsMs: ms(900) };
const question = 'What did the person set out to do?';

test('the hint tells how the task began, and leaves out what tells nothing', () => {
  const actions = [
    action(50, { kind: 'click', ...named('Before the task') }),
    action(100, { kind: 'scroll' }),
    action(200, { kind: 'press', keys: '/', ...named('Search') }),
    action(300, { kind: 'type', text: 'redwell' }),
    action(400, { kind: 'click', ...named('BH-1054') }),
    action(900, { kind: 'click', ...named('After it') }),
  ];
  expect(suggestInstruction(actions, span)).toBe(
    `${question} It began: type “redwell”, “BH-1054” …`,
  );
});

test('a masked text is not hinted at, and long names are cut', () => {
  const actions = [
    action(200, { kind: 'type', masked: true }),
    action(300, { kind: 'click', ...named('A very long name of a button that goes on') }),
  ];
  expect(suggestInstruction(actions, span)).toBe(
    `${question} It began: “A very long name of a butto…” …`,
  );
});

test('with nothing to hint at, the question stands alone', () => {
  expect(suggestInstruction([], span)).toBe(question);
});
