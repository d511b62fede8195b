import { expect, test } from 'vitest';
import { withoutSecrets } from './server-log.ts';

test('keys, tokens, capabilities and addresses are taken out', () => {
  const line =
    'sb_secret_Ab-9 and eyJhbGciOi.eyJzdWIi.sig-nature for /x/' +
    '0123456789abcdef'.repeat(4) +
    '/0-1.json.gz by someone@example.test';
  expect(withoutSecrets(line)).toBe('sb_secret_… and token… for /x/hex…/0-1.json.gz by address…');
});

test('a plain message stays as it is', () => {
  const line = 'PT409 A project with the address "order-desk" exists.';
  expect(withoutSecrets(line)).toBe(line);
});
