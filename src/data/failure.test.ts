import { expect, test } from 'vitest';
import { Failure, failureOf } from './failure.ts';

test.each([
  [{ code: 'PT409', message: 'Someone else is labeling this.' }, 409, 'conflict'],
  [{ code: 'PT404', message: 'There is no such session.' }, 404, 'missing'],
  [{ code: 'PT410', message: 'Taken back.' }, 410, 'gone'],
  [{ code: 'PT422', message: 'Two tasks overlap.' }, 422, 'invalid'],
  [{ code: '42501', message: 'permission denied for table chunks' }, 403, 'forbidden'],
  [{ code: 'PGRST301', message: 'JWT expired' }, 401, 'signed out'],
  [{ code: 'invalid_credentials', message: 'Invalid login credentials' }, 400, 'forbidden'],
  [{ message: 'TypeError: fetch failed' }, 0, 'offline'],
  [{ message: 'Bad gateway' }, 502, 'offline'],
  [{ message: 'something odd' }, 500, 'unexpected'],
])('%j (%i) is %s', (error, status, kind) => expect(failureOf(error, status).kind).toBe(kind));

test('Storage says what it means beside a general status', () => {
  const notThere = { name: 'StorageApiError', message: 'Object not found', status: 400 };
  expect(failureOf({ ...notThere, statusCode: '404' }).kind).toBe('missing');
});

test('our own sentences reach the person word for word', () => {
  expect(failureOf({ code: 'PT422', message: 'Two tasks overlap.' }).message).toBe(
    'Two tasks overlap.',
  );
});

test('database words for people do not', () => {
  expect(failureOf({ code: '42501', message: 'permission denied for table chunks' }).message).toBe(
    'You are not allowed to do this.',
  );
});

test('a failure stays the failure it was', () => {
  const failure = new Failure('gone', 'Taken back.');
  expect(failureOf(failure)).toBe(failure);
});
