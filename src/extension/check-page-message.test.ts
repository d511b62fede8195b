import { expect, test } from 'vitest';
import { checkPageMessage } from './check-page-message.ts';

const event = { type: 3, data: { source: 2 }, timestamp: 1000 };
const batch = { session: 's', tab: 0, first: 4, events: [event] };
const check = (message: unknown) => checkPageMessage(JSON.stringify(message));

test('what a recorder says of itself is heard, and nothing it did not say', () => {
  expect(check({ kind: 'events', ...batch, more: 1 })).toEqual({ kind: 'events', ...batch });
  expect(check({ kind: 'leave' })).toEqual({ kind: 'leave' });
  expect(check({ kind: 'stop', session: 's' })).toEqual({ kind: 'stop' });
});

test('who joins can’t say which tab it is, nor ask again after a no', () => {
  const tail = { ...batch, lostSince: 900 };
  const joined = { kind: 'join', site: 'https://desk.test', tab: { session: 's', tab: 1 }, tail };
  expect(check({ ...joined, again: true })).toEqual({
    kind: 'join',
    site: 'https://desk.test',
    tail,
  });
});

test('what only the person may do becomes a wish', () => {
  for (const wish of ['resume', 'discard', 'withdraw'])
    expect(check({ kind: wish })).toEqual({ kind: 'wish', wish });
});

test.each([
  ['an answer to the question of consent', { kind: 'answer', purposes: ['training'] }],
  ['an unknown kind', { kind: 'connect' }],
  ['a list', [batch]],
  ['nothing', null],
  ['no events', { kind: 'events', ...batch, events: [] }],
  ['too many events', { kind: 'events', ...batch, events: Array(20_001).fill(event) }],
  ['a number that is none', { kind: 'events', ...batch, first: -1 }],
  ['a tab that is none', { kind: 'events', ...batch, tab: 1.5 }],
  ['an event without data', { kind: 'events', ...batch, events: [{ type: 3, timestamp: 1 }] }],
  ['an event without time', { kind: 'events', ...batch, events: [{ type: 3, data: {} }] }],
  ['one bad event among good ones', { kind: 'events', ...batch, events: [event, 7] }],
  ['a site that is none', { kind: 'join', site: 7 }],
])('%s is not heard', (_, message) => {
  expect(check(message)).toBeUndefined();
});

test('what is no text, no JSON, or nests without end is not heard', () => {
  expect(checkPageMessage({ kind: 'stop' })).toBeUndefined();
  expect(checkPageMessage('{"kind":')).toBeUndefined();
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  const events = `[{"type":3,"timestamp":1,"data":{"a":${deep}}}]`;
  const text = JSON.stringify({ kind: 'events', ...batch, events: 0 }).replace(
    '"events":0',
    `"events":${events}`,
  );
  expect(checkPageMessage(text)).toBeUndefined();
  expect(checkPageMessage(text.replace(deep, '[[]]'))).toBeDefined();
});

test('brackets in a text are no nesting', () => {
  const data = { text: '[{'.repeat(9000) + '\\"' };
  expect(check({ kind: 'events', ...batch, events: [{ ...event, data }] })).toBeDefined();
});
