/** What opening a session tells, and what whoever opened it is told after. */
import { expect, test } from 'vitest';
import { commit, sealLive, trackOf, upload } from './chunk-sql.ts';
import type { Persona } from './matrix.ts';
import { onEachDatabase } from './on-each-database.ts';

type Steps = readonly (readonly [Persona | 'owner', string])[];

const outline = {
  pages: [{ tab: 0, url: 'https://desk.test/orders', startsMs: 9000, endsMs: 12_000 }],
  gaps: [{ startsMs: 10_000, endsMs: 12_000, reason: 'idle' }],
  activityFromMs: 9000,
  activity: [4, 0, 0],
};
const typed = { keystrokes: [{ atMs: 9100, class: 'letter' }], textInputs: [], actions: [] };
const isTyped = { keystrokes: [{ class: 'letter' }] };

const sealed: Steps = [
  ['anon', upload()],
  ['anon', commit({ track: `'${trackOf({ ...outline, ...typed })}'` })],
  ['anon', sealLive({ chunks: { 0: 2 } })],
  ['owner', `update public.sessions set queue_from = now() where id = '$live'`],
];
const open = `select public.open_session('$live', 'annotator') -> 'chunks' as value`;
const opened: Steps = [...sealed, ['annotator', open]];
const tracks = (parts = '') => `select public.session_tracks('$live'${parts}) as value`;

onEachDatabase((fixture) => {
  const value = async (...steps: Steps) => {
    const attempt = await fixture().story(...steps);
    if (!attempt.ok) throw new Error(attempt.message);
    return attempt.rows[0]!['value'];
  };

  test('opening tells where the person was and when anything happened, and not what was typed', async () => {
    const chunks = (await value(...opened)) as { outline: object; track?: object }[];
    expect(chunks).toHaveLength(2);
    expect(chunks[1]).toMatchObject({ tab: 0, seq: 1, bytes: 7, outline });
    for (const chunk of chunks) {
      expect(chunk).not.toHaveProperty('track');
      for (const part of Object.keys(typed)) expect(chunk.outline).not.toHaveProperty(part);
    }
  });

  test('the tracks come after, in the order of the chunks, whole or in parts', async () => {
    const all = [{ activity: [] }, { ...outline, ...isTyped }];
    expect(await value(...opened, ['annotator', tracks()])).toMatchObject(all);
    expect(await value(...opened, ['annotator', tracks(', 1, 64')])).toMatchObject([all[1]]);
    expect(await value(...opened, ['annotator', tracks(', 0, 1')])).toMatchObject([all[0]]);
    expect(await value(...opened, ['annotator', tracks(', 2, 64')])).toEqual([]);
    expect(await value(...opened, ['annotator', tracks(', -5, -5')])).toEqual([]);
  });

  test('an opening is one entry in the access log, with its tracks or without', async () => {
    const entries = `select count(*)::int as value from public.access_log where session_id = '$live' and act = 'open'`;
    expect(await value(...opened, ['annotator', tracks()], ['owner', entries])).toBe(1);
  });

  test('nobody is told tracks of a session they did not open of late', async () => {
    for (const who of ['colleague', 'reviewer', 'admin', 'stranger', 'outsider'] as const)
      expect(await fixture().story(...opened, [who, tracks()])).toMatchObject({ code: 'PT403' });
    const long = `update public.access_log set at = at - interval '13 hours'`;
    const append = 'alter table public.access_log disable trigger access_log_append_only';
    expect(
      await fixture().story(...opened, ['owner', append], ['owner', long], ['annotator', tracks()]),
    ).toMatchObject({ code: 'PT403' });
  });

  test('an annotation is told with all that stands beside it, to whoever may read it', async () => {
    const desk = (name: string) => `select public.annotation_desk('$${name}') as value`;
    expect(await value(['annotator', desk('draft')])).toMatchObject({
      annotation: { annotator_id: fixture().fill('$annotator', 'anon'), edits: 1 },
      tasks: [{ instruction: 'Find the order' }],
      reviews: [],
      names: { [fixture().fill('$annotator', 'anon')]: 'annotator person' },
      label_set: { version: 1, intents: [{ slug: 'order' }] },
    });
    expect(await value(['reviewer', desk('submission')])).toMatchObject({ tasks: [{}] });
    for (const who of ['colleague', 'reviewer', 'contributor', 'consumer', 'outsider'] as const)
      expect(await value([who, desk('draft')])).toBeNull();
  });

  test.each(['taken back', 'in preview again', 'role gone'])(
    '%s, it is told no more',
    async (how) => {
      const [by, sql, code] = {
        'taken back': ['anon', `select public.withdraw_recorded('$unlinkedToken')`, 'PT410'],
        'in preview again': [
          'owner',
          `update public.sessions set queue_from = now() + interval '1 hour' where id = '$live'`,
          'PT404',
        ],
        'role gone': [
          'admin',
          `select public.remove_member('$ours', '$annotator', 'annotator')`,
          'PT404',
        ],
      }[how] as [Persona, string, string];
      expect(await fixture().story(...opened, [by, sql], ['annotator', tracks()])).toMatchObject({
        code,
      });
    },
  );
});
