/** Who has an annotation's pen, and what is stored of whom. */
import { expect, test } from 'vitest';
import type { Persona } from './matrix.ts';
import { onEachDatabase } from './on-each-database.ts';

type Step = readonly [Persona | 'owner', string];

const [left, right] = ['$submitted', '$returned'].map((id) => `'${id}'`) as [string, string];
const take = (window: string, more = ''): Step => [
  'annotator',
  `select public.take_pen('$draft', ${window}${more}) as value`,
];
const drop = (window: string): Step => ['annotator', `select public.drop_pen('$draft', ${window})`];
const save = (window: string, from: number, ...kinds: string[]): Step => [
  'annotator',
  `select public.save_edits('$draft', ${from}, '${JSON.stringify(kinds.map((kind) => ({ kind })))}', '{"tasks":[]}', ${window}) -> 'edits' as value`,
];
const later = (seconds: number): Step => [
  'owner',
  `update public.annotations set pen_seen_at = pen_seen_at - interval '${seconds} seconds'`,
];

onEachDatabase((fixture) => {
  const told = async (...steps: readonly Step[]) => {
    const attempt = await fixture().story(...steps);
    return attempt.ok ? attempt.rows[0]!['value'] : attempt.code;
  };

  test('one window has it until it leaves it, is gone, or another takes it', async () => {
    expect(await told(take(left))).toMatchObject({ mine: true, edits: 1 });
    expect(await told(take(left), take(right))).toMatchObject({ mine: false });
    expect(await told(take(left), take(right), take(left))).toMatchObject({ mine: true });
    expect(await told(take(left), drop(right), take(right))).toMatchObject({ mine: false });
    expect(await told(take(left), drop(left), take(right))).toMatchObject({ mine: true });
    expect(await told(take(left), later(80), take(right))).toMatchObject({ mine: false });
    expect(await told(take(left), later(100), take(right))).toMatchObject({ mine: true });
    expect(await told(take(left), take(right, `, array[${left}]::uuid[]`))).toMatchObject({
      mine: true,
    });
    const force = take(right, `, '{}', true`);
    expect(await told(take(left), force, take(left))).toMatchObject({ mine: false });
  });

  test('who gave the session back gets it in no window, until they open it again', async () => {
    const asked = (of: string, more = '') =>
      `select public.take_pen('${of}', ${left}${more}) as value`;
    const session = `(select session_id from public.annotations where id = '$draft')`;
    const back: Step = ['annotator', `select public.release_session(${session})`];
    const again: Step = ['annotator', `select public.begin_labeling(${session})`];
    const none = { mine: false, given_back: true };
    expect(await told(take(left))).toMatchObject({ mine: true, given_back: false });
    expect(await told(back, take(left))).toMatchObject(none);
    expect(await told(back, ['annotator', asked('$draft', `, '{}', true`)])).toMatchObject(none);
    expect(await told(take(left), back, take(left))).toMatchObject(none);
    expect(await told(take(left), back, take(right))).toMatchObject({ mine: false });
    expect(await told(back, again, take(left))).toMatchObject({ mine: true, given_back: false });
    const declined: Step = [
      'annotator',
      `select public.decline_session(${session}, 'skip', 'no time')`,
    ];
    expect(await told(declined, take(left))).toMatchObject(none);
  });

  test('nobody else takes the pen of an annotation', async () => {
    for (const who of ['colleague', 'reviewer', 'admin', 'contributor'] as const)
      expect(await told([who, `select public.take_pen('$draft', ${left}) as value`])).toBe('PT404');
  });

  test('a window without it stores nothing, also when it left its name out', async () => {
    expect(await told(take(left), save(left, 1, 'x'))).toBe(2);
    expect(await told(take(left), save(right, 1, 'x'))).toBe('PT423');
    expect(await told(take(left), save('null', 1, 'x'))).toBe('PT423');
    expect(await told(save('null', 1, 'x'))).toBe(2);
    expect(await told(take(left), later(100), save(right, 1, 'x'))).toBe(2);
  });

  test('what is stored already is acknowledged again, whoever has the pen', async () => {
    const lost = [take(left), save(left, 1, 'x', 'y')];
    const gone = [...lost, take(right, `, '{}', true`), save(right, 3, 'z')];
    expect(await told(...gone, save(left, 1, 'x', 'y'))).toBe(4);
    expect(await told(...gone, save(left, 1, 'x', 'other'))).toBe('PT423');
    expect(await told(...lost, save(left, 1, 'x', 'y', 'z'))).toBe(4);
    expect(await told(...lost, save(left, 1, 'x', 'other', 'z'))).toBe('PT409');
    expect(await told(...lost, save(left, 5, 'z'))).toBe('PT409');
  });

  test('the log tells in which window each edit was made, to its annotator alone', async () => {
    const log = `select json_agg(made_in order by seq) as value from public.annotation_edits where annotation_id = '$draft'`;
    const steps = [take(left), save(left, 1, 'x')];
    const window = fixture().fill('$submitted', 'annotator');
    expect(await told(...steps, ['annotator', log])).toEqual([null, window]);
    expect(await told(...steps, ['reviewer', log])).toBeNull();
  });
});
