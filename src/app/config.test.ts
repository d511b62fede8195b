import { expect, test } from 'vitest';
import { configOf, loadConfig } from './config.ts';

const whole = { supabaseUrl: 'http://localhost', publishableKey: 'sb_publishable_x' };

test('the address and the key are enough', () => {
  expect(configOf(whole)).toEqual({
    ok: true,
    value: { ...whole, replayUrl: '/frame/replay.html', demo: false },
  });
});

test.each([undefined, null, 'text', {}, { supabaseUrl: 'http://localhost' }])(
  '%j names no Supabase',
  (told) => {
    expect(configOf(told).ok).toBe(false);
  },
);

test('a server that answers with something else than JSON is no crash', async () => {
  const answer = async () => new Response('<!doctype html>');
  expect((await loadConfig(answer)).ok).toBe(false);
});
