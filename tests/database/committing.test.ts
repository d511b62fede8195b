/** What ingest refuses, from whoever brings it, and what it takes. */
import { describe, expect, test } from 'vitest';
import { commit, firstHash, sealLive, trackOf, upload, type ChunkArgs } from './chunk-sql.ts';
import { personas, type Persona } from './matrix.ts';
import { onEachDatabase } from './on-each-database.ts';

type Steps = readonly (readonly [Persona | 'owner', string])[];
interface Refusal {
  readonly code: string;
  readonly sentence: RegExp;
  readonly before?: Steps;
  readonly uploads?: readonly string[];
  readonly chunk: Partial<ChunkArgs>;
}

const page = (url: string) =>
  `'${trackOf({ pages: [{ tab: 0, url, startsMs: 9000, endsMs: 12_000 }] })}'`;
const far = 30 * 24 * 3_600_000 + 1;

const invalid = (sentence: RegExp, chunk: Partial<ChunkArgs>, uploads?: readonly string[]) => ({
  code: 'PT422',
  sentence,
  chunk,
  ...(uploads && { uploads }),
});

const sheet = '4'.repeat(64);
const withKeyframe = [upload(), upload('0-1.key.json.gz')];

const refusals: Record<string, Refusal> = {
  'a capability of another session': {
    code: 'PT403',
    sentence: /does not fit/,
    chunk: { capability: '$capability' },
  },
  'consent withdrawn': {
    code: 'PT403',
    sentence: /consent .* withdrawn/,
    before: [['anon', `select public.withdraw_recorded('$unlinkedToken')`]],
    uploads: [],
    chunk: {},
  },
  'a session discarded': {
    code: 'PT409',
    sentence: /discarded/,
    before: [['anon', `select public.discard_session('$live', '$liveCapability')`]],
    uploads: [],
    chunk: {},
  },
  'a session sealed': {
    code: 'PT409',
    sentence: /sealed/,
    before: [['anon', sealLive()]],
    uploads: [],
    chunk: {},
  },
  'a key revoked long ago': {
    code: 'PT403',
    sentence: /key .* revoked/,
    before: [['owner', `update public.recorder_keys set revoked_at = now() - interval '73 hours'`]],
    uploads: [],
    chunk: {},
  },
  'nothing uploaded': { code: 'PT409', sentence: /not uploaded/, uploads: [], chunk: {} },
  'other content under a number that is taken': {
    code: 'PT409',
    sentence: /other content/,
    chunk: { seq: 0, previous: undefined },
  },
  'another size than in storage': invalid(/has 7 bytes in storage, not 8/, { bytes: 8 }),
  'another hash than of the bytes in storage': invalid(/other bytes in storage/, {}, [
    upload('0-1.json.gz', { size: 7, eTag: `"${'e'.repeat(64)}"` }),
  ]),
  'more than an object may hold': invalid(/33554432/, { bytes: 33_554_433 }),
  'no bytes': invalid(/33554432/, { bytes: 0 }),
  'no events': invalid(/1000000/, { events: 0 }),
  'too many events': invalid(/1000000/, { events: 1_000_001 }),
  'a track too large': invalid(/4 MB/, {
    track: `jsonb_build_object('pages', repeat('x', 4200000))`,
  }),
  'a track without pages': invalid(/list of pages/, { track: `'{}'` }),
  'a page without an end': invalid(/address, a start and an end/, {
    track: `'${trackOf({ pages: [{ url: 'https://desk.test/', startsMs: 0 }] })}'`,
  }),
  'activity that is no count': invalid(/counts/, { track: `'${trackOf({ activity: ['x'] })}'` }),
  'activity without a beginning': invalid(/counts/, {
    track: `'${trackOf({ activityFromMs: null })}'`,
  }),
  'tab 256': invalid(/0 to 255/, { tab: 256 }),
  'tab -1': invalid(/0 to 255/, { tab: -1 }),
  'chunk 100000': invalid(/0 to 99999/, { seq: 100_000 }),
  'a number too far ahead': invalid(/1000 ahead/, { seq: 1001 }),
  'an end before its start': invalid(/end after it starts/, { startsMs: 13_000 }),
  'a start before the session': invalid(/end after it starts/, { startsMs: -1 }),
  'an end after 30 days': invalid(/30 days/, { endsMs: far }),
  'a hash that is none': invalid(/64 hexadecimal/, { sha256: 'nonsense' }),
  'a predecessor that is none': invalid(/chunk before it/, { previous: 'nonsense' }),
  'no predecessor': invalid(/chunk before it/, { previous: undefined }),
  'a first chunk with a predecessor': invalid(/chunk before it/, { tab: 1, seq: 0 }),
  'another predecessor': invalid(/hashes differ/, { previous: 'e'.repeat(64) }),
  'a page off the list': invalid(/https:\/\/other\.test/, { track: page('https://other.test/') }),
  'a page without an address': invalid(/without an address/, { track: page('about:blank') }),
  'a site spelt to look like one on the list': invalid(/desk\.test@evil/, {
    track: page('https://desk.test@evil.test/'),
  }),
  'half a keyframe': invalid(/size and its SHA-256/, { keyframe: { bytes: 7, sha256: null } }),
  'a keyframe not uploaded': {
    code: 'PT409',
    sentence: /keyframe of chunk 1 of tab 0 was not uploaded/,
    chunk: { keyframe: { bytes: 7, sha256: firstHash } },
  },
  'a keyframe of another hash': invalid(
    /keyframe .* other bytes/,
    { keyframe: { bytes: 7, sha256: firstHash } },
    [upload(), upload('0-1.key.json.gz', { size: 7, eTag: `"${'e'.repeat(64)}"` })],
  ),
  'style sheets without a keyframe': invalid(/with the keyframe/, {
    keyframe: { bytes: null, sha256: null, sheets: [sheet] },
  }),
  'a style sheet that is no hash': invalid(
    /each as 64 hexadecimal/,
    { keyframe: { bytes: 7, sha256: firstHash, sheets: [sheet, '../0-0'] } },
    withKeyframe,
  ),
  'more style sheets than a keyframe may have': invalid(
    /up to 1000/,
    { keyframe: { bytes: 7, sha256: firstHash, sheets: Array<string>(1001).fill(sheet) } },
    withKeyframe,
  ),
  'a style sheet not uploaded': {
    code: 'PT409',
    sentence: new RegExp(
      `keyframe of chunk 1 .* style sheet .* not uploaded yet: ${'5'.repeat(64)}`,
    ),
    uploads: [...withKeyframe, upload(`${sheet}.css.gz`)],
    chunk: { keyframe: { bytes: 7, sha256: firstHash, sheets: [sheet, '5'.repeat(64)] } },
  },
};

onEachDatabase((fixture) => {
  describe.each(Object.entries(refusals))('%s', (_name, refusal) => {
    const { before = [], uploads = [upload()], chunk } = refusal;
    test.each(personas)('is refused from %s', async (who) => {
      const attempt = await fixture().story(
        ...before,
        ...uploads.map((sql) => ['owner', sql] as const),
        [who, commit(chunk)],
      );
      expect(attempt).toEqual({
        ok: false,
        code: refusal.code,
        message: expect.stringMatching(refusal.sentence),
      });
    });
  });

  test.each(['discarded', 'withdrawn', 'sealed'])('Storage takes nothing once %s', async (how) => {
    const end = {
      discarded: `select public.discard_session('$live', '$liveCapability')`,
      withdrawn: `select public.withdraw_recorded('$unlinkedToken')`,
      sealed: sealLive(),
    }[how]!;
    expect(await fixture().attempt('anon', upload())).toMatchObject({ ok: true });
    expect(await fixture().attempt('anon', end, upload())).toMatchObject({ code: '42501' });
  });

  test('what follows is taken, and taken again without harm, sealed or not', async () => {
    const keyframe = { bytes: 7, sha256: 'f'.repeat(64) };
    const both = [upload(), upload('0-1.key.json.gz', { size: 7, eTag: `"${keyframe.sha256}"` })];
    const chunk = commit({ keyframe, track: page('https://desk.test/orders?page=2') });
    const attempt = await fixture().story(
      ...both.map((sql) => ['anon', sql] as const),
      ['anon', chunk],
      ['anon', chunk],
      ['anon', sealLive({ chunks: { 0: 2 } })],
      ['anon', chunk],
      [
        'admin',
        `select public.open_session('$live', 'admin', 'a complaint') -> 'chunks' as chunks`,
      ],
    );
    const [first, second] = attempt.ok ? (attempt.rows[0]!['chunks'] as object[]) : [];
    expect(first).toMatchObject({ seq: 0, keyframe_path: null });
    expect(second).toMatchObject({
      seq: 1,
      keyframe_path: fixture().fill('$live/$liveCapability/0-1.key.json.gz', 'anon'),
      keyframe_bytes: 7,
      keyframe_sha256: keyframe.sha256,
    });
  });

  test('whoever may read a chunk may read its keyframe', async () => {
    const keyframe = { bytes: 7, sha256: 'f'.repeat(64) };
    const read = (who: Persona) =>
      fixture().story(
        ['anon', upload()],
        ['anon', upload('0-1.key.json.gz')],
        ['anon', upload('0-2.key.json.gz')],
        ['anon', commit({ keyframe })],
        ['anon', sealLive({ chunks: { 0: 2 } })],
        ['owner', `update public.sessions set queue_from = now() where id = '$live'`],
        ['annotator', `select public.open_session('$live', 'annotator')`],
        [
          who,
          `select name from storage.objects where name like '$live/%.key.json.gz' order by name`,
        ],
      );
    const name = fixture().fill('$live/$liveCapability/0-1.key.json.gz', 'anon');
    expect(await read('annotator')).toEqual({ ok: true, rows: [{ name }] });
    for (const who of ['anon', 'stranger', 'colleague', 'consumer'] as const)
      expect(await read(who)).toEqual({ ok: true, rows: [] });
  });

  test('a chunk that is there is taken again without the keyframe it came with', async () => {
    const keyframe = { bytes: 7, sha256: firstHash };
    const attempt = await fixture().story(
      ...withKeyframe.map((sql) => ['anon', sql] as const),
      ['anon', commit({ keyframe })],
      ['anon', commit()],
      ['owner', `select keyframe_sha256 from public.chunks where session_id = '$live' and seq = 1`],
    );
    expect(attempt).toEqual({ ok: true, rows: [{ keyframe_sha256: firstHash }] });
  });

  test('whoever may read a keyframe may read the style sheets it refers to, and no others', async () => {
    const read = (who: Persona) =>
      fixture().story(
        ...withKeyframe.map((sql) => ['anon', sql] as const),
        ['anon', upload(`${sheet}.css.gz`)],
        ['anon', upload(`${'5'.repeat(64)}.css.gz`)],
        ['anon', commit({ keyframe: { bytes: 7, sha256: firstHash, sheets: [sheet] } })],
        ['anon', sealLive({ chunks: { 0: 2 } })],
        ['owner', `update public.sessions set queue_from = now() where id = '$live'`],
        [
          'owner',
          `insert into storage.objects (bucket_id, name) values ('recordings', '$live/${'0'.repeat(64)}/${sheet}.css.gz')`,
        ],
        ['annotator', `select public.open_session('$live', 'annotator')`],
        [who, `select name from storage.objects where name like '$live/%.css.gz'`],
      );
    const name = fixture().fill(`$live/$liveCapability/${sheet}.css.gz`, 'anon');
    expect(await read('annotator')).toEqual({ ok: true, rows: [{ name }] });
    for (const who of ['anon', 'stranger', 'colleague', 'consumer'] as const)
      expect(await read(who)).toEqual({ ok: true, rows: [] });
  });

  test('style sheets beyond the room of a session are not taken, chunks are', async () => {
    const full = `insert into storage.objects (bucket_id, name)
      select 'recordings', '$live/$liveCapability/' || lpad(i::text, 64, '0') || '.css.gz' from generate_series(1, 20000) i`;
    const take = (sql: string) => fixture().story(['owner', full], ['anon', sql]);
    expect(await take(upload(`${sheet}.css.gz`))).toMatchObject({ code: '42501' });
    expect(await take(upload())).toMatchObject({ ok: true });
  });

  test('what is discarded names its style sheets among what is to be deleted', async () => {
    const attempt = await fixture().story(
      ['anon', upload(`${sheet}.css.gz`)],
      ['anon', `select public.discard_session('$live', '$liveCapability') as paths`],
    );
    expect(attempt.ok && attempt.rows[0]!['paths']).toContain(
      fixture().fill(`$live/$liveCapability/${sheet}.css.gz`, 'anon'),
    );
  });

  test('a chunk that comes after its successor must lead to it', async () => {
    const late = (sha256: string) =>
      fixture().story(
        ['anon', upload()],
        ['anon', upload('0-2.json.gz')],
        ['anon', commit({ seq: 2, sha256: 'e'.repeat(64), previous: 'd'.repeat(64) })],
        ['anon', commit({ sha256 })],
      );
    expect(await late('d'.repeat(64))).toMatchObject({ ok: true });
    expect(await late('a'.repeat(64))).toMatchObject({ code: 'PT422' });
  });

  test('what a key had recorded when it was revoked may still come', async () => {
    const attempt = await fixture().story(
      ['admin', `select public.revoke_recorder_key('$keyId')`],
      ['anon', upload()],
      ['anon', commit()],
    );
    expect(attempt).toMatchObject({ ok: true });
  });

  test('a site of the key that the person was not shown may not be recorded', async () => {
    const wider = `insert into public.recorder_keys (project_id, name, key_hash, sites)
      values ('$ours', 'wider', private.hash('wider'), array['https://desk.test', 'https://new.test'])`;
    const attempt = await fixture().story(
      ['owner', wider],
      [
        'owner',
        `update public.sessions set recorder_key_id = (select id from public.recorder_keys where name = 'wider') where id = '$live'`,
      ],
      ['anon', upload()],
      ['anon', commit({ track: page('https://new.test/') })],
    );
    expect(attempt).toMatchObject({ ok: false, code: 'PT422' });
  });
});
