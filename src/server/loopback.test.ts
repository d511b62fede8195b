import { expect, test } from 'vitest';
import { isLoopback } from './loopback.ts';

test.each(['127.0.0.1', '127.3.2.1', 'localhost', '::1', '[::1]', '::ffff:127.0.0.1'])(
  '%s is this machine',
  (host) => expect(isLoopback(host)).toBe(true),
);

test.each(['0.0.0.0', '::', '192.168.1.4', '127.0.0.1.example.test', 'localhost.example.test', ''])(
  '%s is not',
  (host) => expect(isLoopback(host)).toBe(false),
);
