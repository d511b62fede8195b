import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyedHash } from './keyed-hash.ts';

const hex = (words: Int32Array) =>
  [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

test('it is HMAC-SHA-256 for any key and message', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 150 }),
      fc.string({ unit: 'grapheme', maxLength: 150 }),
      (key, message) => {
        const reference = hmac(sha256, utf8ToBytes(key), utf8ToBytes(message));
        expect(hex(new KeyedHash(key).words(message))).toBe(bytesToHex(reference));
      },
    ),
  );
});
