/** What a recording becomes when it is closed or left behind. */
import { expect, test } from 'vitest';
import { commit, sealLive, trackOf, upload } from './chunk-sql.ts';
import type { Persona } from './matrix.ts';
import { longer } from './longer-recording.ts';
import { onEachDatabase } from './on-each-database.ts';

type Steps = readonly (readonly [Persona | 'owner', string])[];

const desk = 'https://desk.test';
const session = `select to_jsonb(s) as value from public.sessions s where id = '$live'`;

const badHeads: Record<string, object> = {
  'no counts': {},
  'a count in words': { chunks: { 0: 'many' } },
  'a tab in words': { chunks: { first: 1 } },
  'an endless count': { chunks: { 0: 1e9 } },
  'a gap without an end': { chunks: { 0: 1 }, gaps: [{ startsMs: 1, reason: 'lost' }] },
  'a gap of its own reason': {
    chunks: { 0: 1 },
    gaps: [{ startsMs: 1, endsMs: 2, reason: 'missing-chunk' }],
  },
  'a gap of a year': { chunks: { 0: 1 }, gaps: [{ startsMs: 1, endsMs: 3e10, reason: 'lost' }] },
  'a viewport of words': { chunks: { 0: 1 }, viewport: { width: 'wide', height: 1 } },
};

onEachDatabase((fixture) => {
  const value = async (...steps: Steps) => {
    const attempt = await fixture().story(...steps);
    if (!attempt.ok) throw new Error(attempt.message);
    return attempt.rows[0]!['value'];
  };
  const left: Steps = [
    [
      'owner',
      `update public.sessions set added_at = now() - interval '80 hours' where id = '$live'`,
    ],
    [
      'owner',
      `update public.chunks set committed_at = now() - interval '73 hours' where session_id = '$live'`,
    ],
  ];

  test('what a list shows is told by the chunks, and what never came is a gap', async () => {
    const head = {
      chunks: { 0: 6, 1: 1, 2: 1 },
      gaps: [{ startsMs: 13_000, endsMs: 14_000, reason: 'paused', note: 'not kept' }],
      viewport: { width: 1280, height: 720, more: 1 },
    };
    const sealed = await value(
      ...longer,
      ['anon', sealLive(head)],
      ['anon', sealLive(head)],
      ['owner', session],
    );
    expect(sealed).toMatchObject({
      state: 'sealed',
      duration_ms: 30_001,
      events: 8,
      pages: 4,
      keystrokes: 3,
      title: 'First',
      start_url: `${desk}/first`,
      viewport: { width: 1280, height: 720 },
    });
    const { activity, gaps } = sealed as { activity: number[]; gaps: object[] };
    expect(activity).toHaveLength(31);
    expect(activity.flatMap((events, second) => (events > 0 ? [[second, events]] : []))).toEqual([
      [9, 1],
      [11, 3],
      [30, 2],
    ]);
    expect(gaps).toEqual([
      { startsMs: 13_000, endsMs: 14_000, reason: 'paused' },
      { startsMs: 0, endsMs: 30_000, reason: 'missing-chunk', tab: 2 },
      { startsMs: 12_000, endsMs: 20_000, reason: 'missing-chunk', tab: 0 },
      { startsMs: 30_000, endsMs: 30_001, reason: 'missing-chunk', tab: 0 },
    ]);
  });

  test('a visit that goes on over the edge of a chunk is one', async () => {
    const part = (startsMs: number, endsMs: number) =>
      `'${trackOf({ pages: [{ tab: 0, url: `${desk}/a`, startsMs, endsMs }] })}'`;
    const sealed = await value(
      ['anon', upload()],
      ['anon', upload('0-2.json.gz')],
      ['anon', commit({ track: part(9000, 12_000) })],
      [
        'anon',
        commit({
          seq: 2,
          previous: 'd'.repeat(64),
          sha256: 'e'.repeat(64),
          startsMs: 12_000,
          endsMs: 15_000,
          track: part(12_000, 15_000),
        }),
      ],
      ['anon', sealLive({ chunks: { 0: 3 } })],
      ['owner', session],
    );
    expect(sealed).toMatchObject({ pages: 1, gaps: [], duration_ms: 15_000 });
  });

  test('its contributor alone may open it until the preview has passed', async () => {
    const open = (role: string) => `select public.open_session('$live', '${role}')`;
    for (const who of ['annotator', 'reviewer'] as const)
      expect(await fixture().story(['anon', sealLive()], [who, open(who)])).toMatchObject({
        code: 'PT404',
      });
    expect(
      await fixture().story(
        ['anon', sealLive()],
        ['stranger', `select public.link_recordings('$unlinkedToken')`],
        ['stranger', open('contributor')],
      ),
    ).toMatchObject({ ok: true });
  });

  test.each(Object.entries(badHeads))('%s seals nothing', async (_name, head) => {
    expect(await fixture().attempt('anon', sealLive(head))).toMatchObject({ code: 'PT422' });
  });

  test('a recording without a chunk is discarded, also when told so twice', async () => {
    const empty: Steps = [['owner', `delete from public.chunks where session_id = '$live'`]];
    const sealed = await value(
      ...empty,
      ['anon', sealLive()],
      ['anon', sealLive()],
      ['owner', session],
    );
    expect(sealed).toMatchObject({ state: 'discarded' });
  });

  test('a withdrawn recording can’t be sealed', async () => {
    expect(
      await fixture().attempt(
        'anon',
        `select public.withdraw_recorded('$unlinkedToken')`,
        sealLive(),
      ),
    ).toMatchObject({ code: 'PT403' });
  });

  test('a recording left for 72 hours is closed, its end named as lost', async () => {
    const close = `select private.seal_abandoned() as value`;
    expect(await value(['owner', close])).toBe(0);
    expect(await value(left[0]!, ['owner', close])).toBe(0);
    expect(await value(...left, ['owner', close], ['owner', session])).toMatchObject({
      state: 'sealed',
      duration_ms: 9001,
      gaps: [{ startsMs: 9000, endsMs: 9001, reason: 'lost' }],
    });
    const start = `select public.start_session('$recorderKey', '$unlinkedToken', '${desk}', array['training'], 1, 1, now(), 1)`;
    expect(await value(...left, ['anon', start], ['owner', session])).toMatchObject({
      state: 'sealed',
    });
  });
});
