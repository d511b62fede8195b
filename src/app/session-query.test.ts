import { expect, test } from 'vitest';
import type { ContributorId, ProjectId, SessionId } from '#core/ids.ts';
import type { Session } from '#core/session.ts';
import { epochMs, ms } from '#core/time.ts';
import { querySessions, readSessionQuery, sortBy, writeSessionQuery } from './session-query.ts';

function session(id: string, more: Partial<Session>): Session {
  return {
    id: id as SessionId,
    projectId: 'p' as ProjectId,
    contributorId: 'c' as ContributorId,
    contributor: 'c-1',
    state: 'sealed',
    origin: 'import',
    title: '',
    startUrl: 'https://desk.example/orders',
    startedAt: epochMs(0),
    addedAt: epochMs(0),
    durationMs: ms(0),
    events: 0,
    pages: 1,
    keystrokes: 0,
    activity: [],
    progress: 'new',
    ...more,
  };
}

const sessions = [
  session('a', { title: 'Order 10', durationMs: ms(5), addedAt: epochMs(1) }),
  session('b', { title: 'Order 9', durationMs: ms(9), addedAt: epochMs(2), progress: 'approved' }),
  session('c', { contributor: 'heron', durationMs: ms(7), addedAt: epochMs(3) }),
];
const ids = (search: string) =>
  querySessions(sessions, readSessionQuery(search)).map((each) => each.id);

test.each([
  ['', ['c', 'b', 'a']],
  ['q=order+heron', ['c']],
  ['q=ORDER%209', ['b']],
  ['status=approved', ['b']],
  ['sort=duration', ['b', 'c', 'a']],
  ['sort=duration&order=up', ['a', 'c', 'b']],
  ['sort=title', ['c', 'b', 'a']],
  ['status=nonsense&sort=nonsense', ['c', 'b', 'a']],
])('%j shows %j', (search, expected) => {
  expect(ids(search)).toEqual(expected);
});

test.each(['', 'q=a+b', 'status=in+progress', 'sort=title', 'sort=pages&order=up'])(
  'the address %j survives being read and written',
  (search) => {
    expect(writeSessionQuery(readSessionQuery(search))).toBe(search);
  },
);

test('a second press on a column turns it around', () => {
  const once = sortBy(readSessionQuery(''), 'duration');
  expect(once).toMatchObject({ sort: 'duration', descending: true });
  expect(sortBy(once, 'duration')).toMatchObject({ sort: 'duration', descending: false });
});
