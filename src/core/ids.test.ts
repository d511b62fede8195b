import { expect, test } from 'vitest';
import { isUuid } from './ids.ts';

test.each([
  ['0b8f7c62-5b1e-4c9a-9d57-3f4f0a1c2e6d', true],
  ['0B8F7C62-5B1E-4C9A-9D57-3F4F0A1C2E6D', true],
  ['nonsense', false],
  ['0b8f7c62-5b1e-4c9a-9d57-3f4f0a1c2e6d0', false],
  ['', false],
])('“%s” is an id: %s', (text, expected) => expect(isUuid(text)).toBe(expected));
