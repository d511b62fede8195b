import { expect, test } from 'vitest';
import type { SessionId } from '#core/ids.ts';
import { leftOutByReason } from './left-out-by-reason.ts';

test('one line for each reason, the most common first', () => {
  const [a, b] = ['a' as SessionId, 'b' as SessionId];
  expect(
    leftOutByReason([
      { sessionId: a, count: 1, sentence: 'no consent' },
      { sessionId: a, count: 2, sentence: 'no steps' },
      { sessionId: b, count: 3, sentence: 'no steps' },
    ]),
  ).toEqual([
    { sentence: 'no steps', tasks: 5, sessions: 2 },
    { sentence: 'no consent', tasks: 1, sessions: 1 },
  ]);
});
