import { expect, test } from 'vitest';
import { checkConnection, readConnectionLine, type ConnectionFields } from './check-connection.ts';

const good: ConnectionFields = {
  url: 'https://xyz.supabase.co/',
  key: 'sb_publishable_abc',
  recorderKey: 'ttr_1',
  site: 'https://desk.example/orders',
  appUrl: '',
};

test('a good connection is tidied', () => {
  expect(checkConnection({ ...good, key: ' sb_publishable_abc\n' })).toEqual({
    ok: true,
    site: 'https://desk.example',
    settings: { url: 'https://xyz.supabase.co', key: 'sb_publishable_abc', recorderKey: 'ttr_1' },
  });
});

test('all problems are told at once, each at its field', () => {
  const empty = { url: '', key: '', recorderKey: '', site: '', appUrl: 'nowhere' };
  const checked = checkConnection(empty);
  expect(checked.ok).toBe(false);
  expect(!checked.ok && Object.keys(checked.problems).sort()).toEqual([
    'appUrl',
    'key',
    'recorderKey',
    'site',
    'url',
  ]);
});

test.each([
  ['url', 'http://desk.example', 'https://'],
  ['url', 'desk', 'not a web address'],
  ['key', 'sb_secret_abc', 'secret key'],
  ['key', `x.${btoa('{"role":"service_role"}')}.y`, 'secret key'],
  ['key', 'two words', 'no spaces'],
  ['site', 'file:///tmp', 'https://'],
] as const)('%s “%s” is refused', (field, value, told) => {
  const checked = checkConnection({ ...good, [field]: value });
  expect(!checked.ok && checked.problems[field]).toContain(told);
});

test('this machine needs no https', () => {
  expect(checkConnection({ ...good, url: 'http://127.0.0.1:3000' }).ok).toBe(true);
});

test('the line of the workbench fills the fields', () => {
  const { url, key, recorderKey } = good;
  const line = { url, key, recorderKey };
  expect(readConnectionLine(JSON.stringify({ ...line, sites: ['https://a.test'] }))).toEqual({
    ...line,
    site: 'https://a.test',
    appUrl: '',
  });
  expect(readConnectionLine(JSON.stringify(line))).toMatchObject({ ...line, site: '' });
});

test.each(['', 'ttr_1', '{}', '[1]', 'null', '{"url":1,"key":"","recorderKey":""}'])(
  '“%s” is no connection line',
  (text) => {
    expect(readConnectionLine(text)).toBeUndefined();
  },
);
