import { expect, test } from 'vitest';
import { addEmbedOrigin } from './embed-origin.ts';

test('origins are gathered once each, as a policy names them', () => {
  const one = addEmbedOrigin('https://wiki.example');
  const two = addEmbedOrigin('http://127.0.0.1:8080/', one);
  expect(addEmbedOrigin('HTTPS://Wiki.example:443', two)).toEqual([
    'https://wiki.example',
    'http://127.0.0.1:8080',
  ]);
});

test.each([
  '*',
  'wiki.example',
  'https://*.example',
  'https://wiki.example/page',
  'https://wiki.example/?a',
  'https://me@wiki.example',
  'https://wiki.example;script-src',
  "https://wiki.example'self'",
  'ftp://wiki.example',
  'file:///etc',
  'https://[::1]',
  '',
])('%s is none', (text) => {
  expect(() => addEmbedOrigin(text)).toThrow(/Give an origin, without a path/);
});
