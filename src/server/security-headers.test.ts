import { expect, test } from 'vitest';
import { appHeaders } from './security-headers.ts';

function connects(suggester?: string): string | undefined {
  const headers = appHeaders(
    'http://127.0.0.1:4173/',
    'http://127.0.0.1:4174',
    undefined,
    suggester,
  );
  const policy = headers['Content-Security-Policy'] ?? '';
  return policy.split('; ').find((each) => each.startsWith('connect-src'));
}

test('the app speaks to its own Supabase, and to a model only where one is set up', () => {
  expect(connects()).toBe("connect-src 'self' http://127.0.0.1:4173");
  expect(connects('https://model.example/suggest?key=1')).toBe(
    "connect-src 'self' http://127.0.0.1:4173 https://model.example",
  );
});
