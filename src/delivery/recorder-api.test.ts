import { expect, test } from 'vitest';
import type { SessionId } from '#core/ids.ts';
import type { ApiFailure } from './api-failure.ts';
import { RecorderApi } from './recorder-api.ts';

const settings = { url: 'https://x.test/', key: 'sb_publishable_x', recorderKey: 'desk' };
const of = { session: 'session' as SessionId, capability: 'capability' };
const bytes = new Uint8Array([1]);

function answering(status: number, body: object | string = '') {
  const asked: { url: string; init: RequestInit }[] = [];
  const api = new RecorderApi(settings, async (url, init) => {
    asked.push({ url: String(url), init: init! });
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  });
  return { api, asked };
}

const jwt = (role: string) => `x.${btoa(JSON.stringify({ role }))}.y`;

test.each(['sb_secret_abc', jwt('service_role')])(
  'the key %s is refused before any call',
  (key) => {
    expect(() => new RecorderApi({ ...settings, key })).toThrow(/Use the publishable key/);
  },
);

test.each(['sb_publishable_abc', jwt('anon'), 'anything'])('the key %s is taken', (key) => {
  expect(() => new RecorderApi({ ...settings, key })).not.toThrow();
});

test('an object goes where its capability says', async () => {
  const { api, asked } = answering(200, {});
  await api.upload('session/capability/0-0.json.gz', bytes);
  expect(asked[0]).toMatchObject({
    url: 'https://x.test/storage/v1/object/recordings/session/capability/0-0.json.gz',
    init: { method: 'POST', headers: { apikey: settings.key, 'content-type': 'application/gzip' } },
  });
});

test.each([
  [409, { message: 'The resource already exists' }],
  [400, { statusCode: '409', error: 'Duplicate', message: 'The resource already exists' }],
])('an object that is there already is as good as stored (%i)', async (status, body) => {
  await expect(answering(status, body).api.upload('path', bytes)).resolves.toBeUndefined();
});

test.each([
  [500, '', 'offline'],
  [503, '<html>', 'offline'],
  [429, '', 'offline'],
  [401, { message: 'Invalid API key' }, 'forbidden'],
  [403, { message: 'This capability does not fit this session.' }, 'forbidden'],
  [409, { message: 'This session is sealed.' }, 'conflict'],
  [422, { message: 'wrong hash' }, 'invalid'],
  [400, { statusCode: '403', message: 'violates row-level security' }, 'forbidden'],
] as const)('status %i with %o is %s', async (status, body, kind) => {
  const failure = await answering(status, body)
    .api.standing(of)
    .catch((error: ApiFailure) => error);
  expect(failure).toMatchObject({ name: 'ApiFailure', kind });
  expect((failure as ApiFailure).message).not.toBe('');
});

test('nobody answering is told with the address', async () => {
  const api = new RecorderApi(settings, () => Promise.reject(new TypeError('failed to fetch')));
  await expect(api.seal(of, { chunks: {}, gaps: [] })).rejects.toMatchObject({
    kind: 'offline',
    message: "Tasktape can't reach https://x.test/.",
  });
});

test('a server that is none of ours is told apart', async () => {
  await expect(answering(200, { hello: 1 }).api.terms('https://a.test')).rejects.toMatchObject({
    kind: 'invalid',
    message: 'The server at this address is not a Tasktape server.',
  });
});
