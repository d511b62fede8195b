/** How a keyframe comes to a chunk that was stored without one. */
import { describe, expect, test } from 'vitest';
import type { Persona } from './matrix.ts';
import { onEachDatabase } from './on-each-database.ts';

type Step = readonly [Persona | 'owner', string];

const bare: Step = [
  'owner',
  `update public.chunks set keyframe_path = null, keyframe_bytes = null, keyframe_sha256 = null, keyframe_sheets = '{}'
   where session_id in ('$approved', '$open', '$withdrawn')`,
];
const add = (
  more: { session?: string; seq?: number; bytes?: number; sha256?: string; sheet?: string } = {},
): Step => {
  const { session = '$approved', seq = 0, bytes = 7, sha256 = 'd', sheet = '6' } = more;
  return [
    'owner',
    `select public.add_keyframe('${session}', 0, ${seq}, ${bytes}, repeat('${sha256}', 64), array[repeat('${sheet}', 64)])`,
  ];
};
const keyframes: Step = [
  'owner',
  `select keyframe_path as path, keyframe_bytes as bytes, keyframe_sheets as sheets from public.chunks where session_id = '$approved'`,
];

const refusals: Record<string, { code: string; sentence: RegExp; steps: readonly Step[] }> = {
  'of no session': {
    code: 'PT404',
    sentence: /no such session/,
    steps: [add({ session: '$ours' })],
  },
  'while it is recorded': {
    code: 'PT409',
    sentence: /still being recorded/,
    steps: [bare, add({ session: '$open' })],
  },
  'of a withdrawn session': {
    code: 'PT410',
    sentence: /taken back/,
    steps: [bare, add({ session: '$withdrawn' })],
  },
  'once the consent is gone': {
    code: 'PT410',
    sentence: /taken back/,
    steps: [
      bare,
      ['contributor', `select public.withdraw_consent('$contributorId')`],
      ['owner', `update public.sessions set state = 'sealed' where id = '$approved'`],
      add(),
    ],
  },
  'of no chunk': {
    code: 'PT404',
    sentence: /Chunk 5 of tab 0 is not there/,
    steps: [add({ seq: 5 })],
  },
  'in the place of another': {
    code: 'PT409',
    sentence: /another keyframe/,
    steps: [add({ sha256: 'e' })],
  },
  'of another size than in storage': {
    code: 'PT422',
    sentence: /has 7 bytes/,
    steps: [bare, add({ bytes: 8 })],
  },
  'whose style sheet is not there': {
    code: 'PT409',
    sentence: /style sheet that was not uploaded/,
    steps: [bare, add({ sheet: '7' })],
  },
};

onEachDatabase((fixture) => {
  test('is told of once, and told again without harm', async () => {
    const path = fixture().fill('$approved/$approvedCapability/0-0.key.json.gz', 'anon');
    const sheets = ['6'.repeat(64)];
    expect(await fixture().story(bare, add(), add(), keyframes)).toEqual({
      ok: true,
      rows: [{ path, bytes: 7, sheets }],
    });
  });

  describe.each(Object.entries(refusals))('a keyframe %s', (_name, { code, sentence, steps }) => {
    test('is refused', async () => {
      const attempt = await fixture().story(...steps);
      expect(attempt).toEqual({ ok: false, code, message: expect.stringMatching(sentence) });
    });
  });

  test('only the secret key may tell of one', async () => {
    const may = (role: string) =>
      `has_function_privilege('${role}', 'public.add_keyframe(uuid, int, int, int, text, text[])', 'execute') as ${role}`;
    const roles = ['anon', 'authenticated', 'service_role'].map(may);
    expect(await fixture().story(['owner', `select ${roles.join(', ')}`])).toEqual({
      ok: true,
      rows: [{ anon: false, authenticated: false, service_role: true }],
    });
  });
});
