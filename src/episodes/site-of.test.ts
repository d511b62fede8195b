import { expect, test } from 'vitest';
import { siteOf } from './site-of.ts';

test.each([
  [
    'https://desk.example.co.uk/a?b#c',
    { origin: 'https://desk.example.co.uk', registrable_domain: 'example.co.uk' },
  ],
  [
    'HTTPS://ann:secret@Shop.example.com:8443',
    { origin: 'https://shop.example.com:8443', registrable_domain: 'example.com' },
  ],
  [
    'https://ann.github.io/x',
    { origin: 'https://ann.github.io', registrable_domain: 'ann.github.io' },
  ],
  ['http://localhost:4173/', { origin: 'http://localhost:4173' }],
  ['http://127.0.0.1/', { origin: 'http://127.0.0.1' }],
  ['http://desk.local/', { origin: 'http://desk.local' }],
  ['about:blank', undefined],
  ['file:///etc/hosts', undefined],
  ['', undefined],
])('%s', (url, site) => {
  expect(siteOf(url)).toEqual(site);
});
