/** What an annotator marked as not work is blank to all who come after, and whole to the contributor. */
import { expect, test } from 'vitest';
import { trackOf } from './chunk-sql.ts';
import { onEachDatabase } from './on-each-database.ts';
import type { Persona } from './matrix.ts';

type Steps = readonly (readonly [Persona | 'owner', string])[];

const secret = 'private-bank';
const page = (startsMs: number, endsMs: number, url: string) => ({
  ...{ tab: 0, startsMs, endsMs, url, title: url, shownMs: startsMs + 1 },
});
const act = (startsMs: number, url: string, more = {}) => ({
  ...{ kind: 'click', tab: 0, startsMs, endsMs: startsMs + 10, events: [0, 1], evidence: 'exact' },
  ...{ page: { url }, target: { node: 1, tag: 'a', attributes: {}, selectors: [] }, ...more },
});
const key = (atMs: number) => ({ atMs, class: 'letter' });

/** Marked as not work: from 10 s to 22 s. Chunk 1 lies inside of it, 0 and 2 only with a part. */
const chunks = [
  {
    seq: 0,
    starts: 0,
    ends: 11_000,
    track: {
      pages: [page(0, 10_500, 'https://desk.test/a'), page(10_500, 11_000, secret)],
      keystrokes: [key(100), key(10_100)],
      textInputs: [{ atMs: 10_200, cause: 'paste', fidelity: 'text', text: secret, node: 1 }],
      actions: [act(9000, 'https://desk.test/a', { leadsTo: secret }), act(10_600, secret)],
      activity: [1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3],
    },
  },
  {
    seq: 1,
    starts: 11_500,
    ends: 20_000,
    track: {
      pages: [page(11_500, 20_000, secret)],
      actions: [act(12_000, secret)],
      keystrokes: [key(12_000)],
      gaps: [{ startsMs: 12_000, endsMs: 19_000, reason: 'idle' }],
    },
  },
  {
    seq: 2,
    starts: 20_000,
    ends: 30_000,
    track: {
      pages: [page(20_000, 21_000, secret), page(21_000, 30_000, 'https://desk.test/b')],
      actions: [act(20_100, secret), act(22_000, 'https://desk.test/b', { kind: 'press' })],
      keystrokes: [key(21_999), key(22_000)],
      activityFromMs: 20_000,
      activity: [5, 5, 7],
    },
  },
];
const name = (seq: number, as = 'json') => `$free/$freeCapability/0-${seq}.${as}.gz`;

const recorded: Steps = [
  ['owner', `delete from public.chunks where session_id = '$free'`],
  ['owner', `update public.sessions set duration_ms = 30000 where id = '$free'`],
  ['owner', `update public.projects set annotations_per_session = 2`],
  ...chunks.map(
    ({ seq, starts, ends, track }) =>
      [
        'owner',
        `insert into public.chunks (session_id, tab, seq, starts_ms, ends_ms, events, bytes, sha256, previous_sha256, path, track,
          keyframe_path, keyframe_bytes, keyframe_sha256)
         values ('$free', 0, ${seq}, ${starts}, ${ends}, 1, 7, repeat('c', 64), ${seq === 0 ? 'null' : "repeat('c', 64)"}, '${name(seq)}', '${trackOf(track)}',
           '${name(seq, 'key.json')}', 7, repeat('d', 64))`,
      ] as const,
  ),
  ...chunks
    .flatMap(({ seq }) => [name(seq), name(seq, 'key.json')])
    .map(
      (path) =>
        [
          'owner',
          `insert into storage.objects (bucket_id, name) select 'recordings', '${path}'
           where not exists (select from storage.objects where name = '${path}')`,
        ] as const,
    ),
  [
    'owner',
    `insert into public.contributor_identities select contributor_id, '$contributor' from public.sessions where id = '$free'`,
  ],
  ['annotator', `select public.open_session('$free', 'annotator')`],
  ['annotator', `select public.begin_annotation('$free')`],
];
const own = `(select id from public.annotations where session_id = '$free')`;
const save = (notWork: readonly object[], from = 0): Steps => [
  [
    'annotator',
    `select public.save_edits(${own}, ${from}, '[{"kind":"add not work"}]', '${JSON.stringify({ tasks: [], not_work: notWork })}')`,
  ],
];
const stretch = { id: '00000000-0000-4000-8000-0000000000aa', starts_ms: 10_000, ends_ms: 22_000 };
const givenBack: Steps = [
  ['annotator', `select public.release_session('$free')`],
  [
    'owner',
    `update public.annotations set revision = 1, status = 'changes requested', submitted_at = now() where session_id = '$free'`,
  ],
];
const marked: Steps = [...recorded, ...save([stretch]), ...givenBack];

const roles = {
  colleague: `'annotator'`,
  reviewer: `'reviewer'`,
  admin: `'admin', 'a reason to look'`,
  contributor: `'contributor'`,
} as const;
type Reader = keyof typeof roles | 'annotator';
const others = ['colleague', 'reviewer', 'admin'] as const;
const open = (who: Reader) =>
  `select public.open_session('$free', ${who === 'annotator' ? `'annotator'` : roles[who]}) as value`;

interface Opened {
  readonly chunks: readonly { readonly seq: number; readonly outline: Record<string, unknown> }[];
  readonly not_work: readonly object[];
}

onEachDatabase((fixture) => {
  const rows = async (...steps: Steps) => {
    const attempt = await fixture().story(...steps);
    if (!attempt.ok) throw new Error(attempt.message);
    return attempt.rows;
  };
  const value = async <T>(...steps: Steps) => (await rows(...steps))[0]!['value'] as T;
  const tracksOf = (who: Reader, steps: Steps) =>
    value<readonly Record<string, unknown>[]>(
      ...steps,
      [who, open(who)],
      [who, `select public.session_tracks('$free') as value`],
    );
  const readable = async (who: Reader, steps: Steps) => {
    const seen = await rows(
      ...steps,
      [who, open(who)],
      [
        who,
        `select name from storage.objects where bucket_id = 'recordings' and name like '$free%json.gz' order by name`,
      ],
    );
    return seen.map((row) => String(row['name']).split('/')[2]);
  };

  test.each(others)('%s is told of all that was recorded while nothing is marked', async (who) => {
    const steps = [...recorded, ...save([]), ...givenBack];
    const told = await value<Opened>(...steps, [who, open(who)]);
    expect(told.chunks.map(({ seq }) => seq)).toEqual([0, 1, 2]);
    expect(told.not_work).toEqual([]);
    expect(await tracksOf(who, steps)).toMatchObject(chunks.map(({ track }) => track));
    expect(await readable(who, steps)).toHaveLength(6);
  });

  test.each(others)('%s is told nothing of what was marked, but where it is', async (who) => {
    const told = await value<Opened>(...marked, [who, open(who)]);
    expect(told.chunks.map(({ seq }) => seq)).toEqual([0, 2]);
    expect(told.not_work).toEqual([{ starts_ms: 10_000, ends_ms: 22_000 }]);
    const tracks = await tracksOf(who, marked);
    for (const answer of [told, tracks]) expect(JSON.stringify(answer)).not.toContain(secret);
    expect(tracks).toMatchObject([
      {
        pages: [{ url: 'https://desk.test/a', startsMs: 0, endsMs: 10_000, shownMs: 1 }],
        keystrokes: [key(100)],
        textInputs: [],
        actions: [{ startsMs: 9000 }],
        activity: [1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0],
      },
      {
        pages: [{ url: 'https://desk.test/b', startsMs: 22_000, endsMs: 30_000 }],
        keystrokes: [key(22_000)],
        actions: [{ kind: 'press' }],
        activity: [0, 0, 7],
      },
    ]);
    expect(await readable(who, marked)).toEqual(
      ['0-0.json.gz', '0-0.key.json.gz', '0-2.json.gz', '0-2.key.json.gz'].sort(),
    );
  });

  test.each(['contributor', 'annotator'] as const)('%s still sees all of it', async (who) => {
    const told = await value<Opened>(...marked, [who, open(who)]);
    expect(told.chunks).toHaveLength(3);
    expect(told.not_work).toEqual([]);
    expect(await tracksOf(who, marked)).toMatchObject(chunks.map(({ track }) => track));
    expect(await readable(who, marked)).toHaveLength(6);
  });

  test('taken back, it is told again', async () => {
    const steps = [...recorded, ...save([stretch]), ...save([], 1), ...givenBack];
    expect(await tracksOf('colleague', steps)).toHaveLength(3);
    expect(await readable('colleague', steps)).toHaveLength(6);
  });

  test('a release holds no task over it, and of others no act or page of it', async () => {
    const task = (id: number, starts: number, ends: number) => ({
      id: `00000000-0000-4000-8000-00000000000${id}`,
      ...{ starts_ms: starts, ends_ms: ends, instruction: 'x', outcome: 'success' },
    });
    const approve = `insert into public.annotation_revisions (annotation_id, revision, tasks) values
      (${own}, 1, '${JSON.stringify([task(1, 0, 10_000), task(2, 21_000, 25_000), task(3, 22_000, 30_000)])}')`;
    const steps: Steps = [
      ...marked,
      ['owner', approve],
      ['owner', `update public.annotations set status = 'approved' where session_id = '$free'`],
    ];
    const started = await value<{
      material: { session_id: string; task: { starts_ms: number } }[];
    }>(...steps, [
      'consumer',
      `select public.start_release('$ours', 'without', 'training') as value`,
    ]);
    const free = fixture().fill('$free', 'anon');
    const held = started.material.filter(({ session_id }) => session_id === free);
    expect(held.map(({ task }) => task.starts_ms)).toEqual([0, 22_000]);
    expect(JSON.stringify(held)).not.toContain(secret);
    expect(held).toMatchObject([
      { pages: [{ endsMs: 10_000 }], actions: [{ startsMs: 9000 }] },
      { pages: [{ startsMs: 22_000 }], actions: [{ startsMs: 22_000 }] },
    ]);
    const preview = await value<{ left_out: { sentence: string }[] }>(...steps, [
      'consumer',
      `select public.preview_release('$ours', 'training') as value`,
    ]);
    expect(JSON.stringify(preview.left_out)).toContain('marked as not work');
  });

  test('what a recording tells oddly is taken for blank, and never fails', async () => {
    const odd = `select private.blank_track('{"pages": [], "actions": [1, {"startsMs": "x"}, null], "keystrokes": [{}, 7],
      "gaps": [{"startsMs": 1, "endsMs": 1, "reason": "clock-jump"}], "activity": [1], "activityFromMs": 0}',
      nummultirange(numrange(0, 9000))) as value`;
    expect(await value(['owner', odd])).toMatchObject({
      ...{ pages: [], actions: [], keystrokes: [], activity: [0] },
      gaps: [{ reason: 'clock-jump' }],
    });
  });
});
