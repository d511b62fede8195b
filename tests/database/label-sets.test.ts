/** What becomes of labels and of what was labeled with them when the next version is published. */
import { expect, test } from 'vitest';
import { checkSubmittable } from '#core/check-tasks.ts';
import type { IntentId, TaskId } from '#core/ids.ts';
import type { RequiredField } from '#core/label-set.ts';
import { newTask, type Task } from '#core/task.ts';
import { ms } from '#core/time.ts';
import { taskToRow } from '#data/task-row.ts';
import type { Persona } from './matrix.ts';
import { onEachDatabase } from './on-each-database.ts';

type Step = readonly [Persona | 'owner', string];

const set = (version: number) =>
  `(select id from public.label_sets where project_id = '$ours' and version = ${version})`;
const intent = (version: number, slug: string) =>
  `(select id from public.intents where slug = '${slug}' and label_set_id = ${set(version)})`;
const publish = (intents: string, more = ''): Step => [
  'admin',
  `select public.publish_label_set('$ours', ${intents}${more})`,
];

/** Version 2 adds two; version 3 renames one, merges another into it and retires the third. */
const second =
  publish(`'[{"slug":"order","title":"Order","key":"o","colour":3,"examples":["Order it"]},
  {"slug":"order/find","title":"Find"},{"slug":"order/search","title":"Search"},{"slug":"stock","title":"Stock"}]'`);
const third = publish(
  `jsonb_build_array(
    jsonb_build_object('slug', 'order', 'title', 'Order'),
    jsonb_build_object('slug', 'order/look-up', 'title', 'Look up', 'from', jsonb_build_array(${intent(2, 'order/find')}, ${intent(2, 'order/search')})),
    jsonb_build_object('slug', 'stock', 'title', 'Stock', 'retired', true))`,
);

const session = `select public.open_session('$free', 'annotator')`;
const begin: readonly Step[] = [
  ['annotator', session],
  ['annotator', `select public.begin_annotation('$free')`],
];
const mine = `(select id from public.annotations where session_id = '$free')`;
const save = (tasks: string, from = 0): Step => [
  'annotator',
  `select public.save_edits(${mine}, ${from}, '[{"kind":"together","edits":[]}]', jsonb_build_object('tasks', ${tasks}))`,
];
const task = (n: number, ofIntent: string) => `jsonb_build_object(
  'id', '00000000-0000-4000-8000-0000000000a${n}', 'starts_ms', ${n * 1000}, 'ends_ms', ${n * 1000 + 1000},
  'instruction', 'Do it', 'outcome', 'success', 'intent_id', ${ofIntent})`;
const three = `jsonb_build_array(${task(1, intent(2, 'order/find'))}, ${task(2, intent(2, 'order/search'))}, ${task(3, intent(2, 'stock'))})`;
const submit = (edits: number): Step => [
  'annotator',
  `select public.submit_annotation(${mine}, ${edits})`,
];
const move = (edits: number): Step => [
  'annotator',
  `select public.move_annotation(${mine}, ${edits}, ${set(3)}) as value`,
];
const labeled: readonly Step[] = [second, ...begin, save(three)];

onEachDatabase((fixture) => {
  const value = async (...steps: readonly Step[]) => {
    const attempt = await fixture().story(...steps);
    if (!attempt.ok) throw new Error(attempt.message);
    return attempt.rows[0]!['value'];
  };
  const refusal = async (...steps: readonly Step[]) => {
    const attempt = await fixture().story(...steps);
    return attempt.ok ? undefined : `${attempt.code} ${attempt.message}`;
  };

  test.each([
    ['order/find', 'order/search'],
    ['order/search', 'order/find'],
  ])('an intent carries on %s before %s where it is said so', async (...slugs) => {
    const [first, then] = slugs.map((slug) => intent(2, slug));
    const merged = publish(
      `jsonb_build_array(jsonb_build_object('slug', 'look', 'title', 'Look', 'from', jsonb_build_array(${first}, ${then})))`,
    );
    const told = `select carries_on = array[${first}, ${then}] as value from public.intents where slug = 'look'`;
    expect(await value(second, merged, ['admin', told])).toBe(true);
  });

  test('a version is told whole, with what each intent carries on', async () => {
    const told = (await value(second, [
      'annotator',
      `select public.label_set(${set(2)}) as value`,
    ])) as { intents: { slug: string; carries_on: string[] }[] };
    expect(told).toMatchObject({
      version: 2,
      required_fields: ['instruction', 'intent', 'outcome'],
      published_by: fixture().fill('$admin', 'anon'),
      intents: [
        { slug: 'order', key: 'o', colour: 3, examples: ['Order it'], retired: false },
        { slug: 'order/find', key: null, colour: null, examples: [] },
        {},
        {},
      ],
    });
    expect(told.intents.map((each) => each.carries_on.length)).toEqual([1, 0, 0, 0]);
  });

  test.each([
    [`'[]'`, 'at least one'],
    [`'[{"slug":"a","title":"A"},{"slug":"a","title":"B"}]'`, 'twice'],
    [`'[{"slug":"a","title":"A","key":"x"},{"slug":"b","title":"B","key":"x"}]'`, 'letter X'],
    [`'[{"slug":"a/b","title":"A"}]'`, 'belongs under'],
    [
      `(select jsonb_agg(jsonb_build_object('slug', s, 'title', 'A')) from unnest(array['a','a/a','a/a/a','a/a/a/a','a/a/a/a/a','a/a/a/a/a/a']) s)`,
      'five levels',
    ],
    [
      `jsonb_build_array(jsonb_build_object('slug', 'a', 'title', 'A', 'from', jsonb_build_array(gen_random_uuid())))`,
      'version before',
    ],
    [
      `jsonb_build_array(jsonb_build_object('slug', 'a', 'title', 'A', 'from', jsonb_build_array(${intent(1, 'order')})),
        jsonb_build_object('slug', 'order', 'title', 'Order'))`,
      'same one',
    ],
  ])('%s is refused: %s', async (intents, words) => {
    expect(await refusal(publish(intents))).toMatch(new RegExp(`^PT422 .*${words}`));
  });

  test('what was made from an older version is not published over a newer one', async () => {
    const after = (n: number) =>
      publish(`'[{"slug":"a","title":"A"}]'`, `, array['instruction', 'intent'], 'Less', ${n}`);
    expect(await refusal(after(1))).toBeUndefined();
    expect(await refusal(second, after(1))).toMatch(/^PT409 Version 2 /);
  });

  test('a published version never changes, by whoever', async () => {
    for (const sql of [
      `update public.intents set title = 'Other' where label_set_id = ${set(1)}`,
      `update public.label_sets set note = 'Other' where version = 1`,
      `delete from public.intents where label_set_id = ${set(1)} and slug not in (select slug from public.intents where false)`,
    ])
      expect(await refusal(['owner', sql])).toMatch(/^PT409 /);
    const late = `insert into public.intents (label_set_id, slug, title, position) values (${set(1)}, 'late', 'Late', 9)`;
    expect(await refusal(['owner', late])).toMatch(/^PT409 /);
  });

  test('what was approved stays as it is to the byte, and is found by the newest intent', async () => {
    const approved: readonly Step[] = [
      ...labeled,
      submit(1),
      ['reviewer', `select public.open_session('$free', 'reviewer')`],
      ['reviewer', `select public.decide_review(${mine}, 1, 'approve', '')`],
    ];
    const all = `select jsonb_build_object(
      'annotation', (select to_jsonb(a) from public.annotations a where a.id = ${mine}),
      'tasks', (select jsonb_agg(to_jsonb(t) order by t.id) from public.tasks t where t.annotation_id = ${mine}),
      'revisions', (select jsonb_agg(to_jsonb(r)) from public.annotation_revisions r where r.annotation_id = ${mine}))::text as value`;
    const kept: Step = ['owner', `create temporary table kept on commit drop as ${all}`];
    const same: Step = [
      'owner',
      `select (select value from kept) = now.value as value, now.value as now from (${all}) now`,
    ];
    expect(await value(...approved, kept, third, same)).toBe(true);
    expect(await value(...approved, ['owner', all])).toContain('"status": "approved"');
    expect(await refusal(...approved, third, move(1))).toMatch(/^PT409 What was submitted keeps/);
    expect(
      await value(...approved, third, [
        'annotator',
        `select public.newer_labels(${mine}) as value`,
      ]),
    ).toBeNull();

    const use = `select json_object_agg(i.slug, u.approved) as value
      from public.label_use('$ours') u join public.intents i on i.id = u.intent_id`;
    expect(await value(...approved, third, ['admin', use])).toMatchObject({
      'order/look-up': 2,
      stock: 1,
    });
    const versions = `select json_agg(distinct m -> 'label_set_version') as value
      from jsonb_array_elements(public.start_release('$ours', 'versions', 'training') -> 'material') m`;
    expect(await value(...approved, third, ['consumer', versions])).toEqual([1, 2]);
  });

  test('a draft is told what newer labels change, and moves to them with its tasks', async () => {
    const newer: Step = ['annotator', `select public.newer_labels(${mine}) as value`];
    expect(await value(...labeled, newer)).toBeNull();
    expect(await value(...labeled, third, newer)).toMatchObject({
      version: 3,
      tasks: [
        { from: 'Find', to: 'Look up', retired: false },
        { from: 'Search', to: 'Look up' },
        { from: 'Stock', to: 'Stock', retired: true },
      ],
    });
    expect(
      await value(...labeled, third, ['colleague', `select public.newer_labels(${mine}) as value`]),
    ).toBeNull();

    const moved: readonly Step[] = [...labeled, third, move(1)];
    expect(await value(...moved)).toBe(2);
    const slugs = `select json_agg(i.slug order by t.starts_ms) as value from public.tasks t
      join public.intents i on i.id = t.intent_id and i.label_set_id = ${set(3)} where t.annotation_id = ${mine}`;
    expect(await value(...moved, ['annotator', slugs])).toEqual([
      'order/look-up',
      'order/look-up',
      'stock',
    ]);
    expect(
      await value(...moved, ['annotator', `select public.annotation_desk(${mine}) as value`]),
    ).toMatchObject({ annotation: { edits: 2 }, log: [], label_set: { version: 3 } });
    const logged = `select edit ->> 'kind' as value from public.annotation_edits where annotation_id = ${mine} and seq = 1`;
    expect(await value(...moved, ['annotator', logged])).toBe('move labels');
  });

  test('what is moved while there are edits elsewhere, or to labels that are not the newest, is refused', async () => {
    expect(await refusal(...labeled, third, move(0))).toMatch(/^PT409 Not all edits/);
    expect(await refusal(...labeled, third, second, move(1))).toMatch(/^PT409 Other labels/);
  });

  test('a window without the pen moves nothing', async () => {
    const take = (window: string): Step => [
      'annotator',
      `select public.take_pen(${mine}, '00000000-0000-4000-8000-0000000000b${window}')`,
    ];
    expect(await refusal(...labeled, third, take('1'), move(1))).toMatch(/^PT423 .*another window/);
  });

  test('an intent that is no longer used can stand in a draft and is not submitted', async () => {
    const moved: readonly Step[] = [...labeled, third, move(1)];
    expect(await refusal(...moved, submit(2))).toMatch(
      /^PT422 1 of the tasks name.* no longer used/,
    );
    expect(await refusal(...labeled, third, submit(1))).toBeUndefined();
  });

  const filled = (more: Partial<Task>): Task =>
    newTask(
      '00000000-0000-4000-8000-0000000000a1' as TaskId,
      { startsMs: ms(0), endsMs: ms(5000) },
      { instruction: 'Find it', outcome: 'success', intentId: 'found' as IntentId, ...more },
    );
  const part = filled({
    id: '00000000-0000-4000-8000-0000000000a2' as TaskId,
    parentId: filled({}).id,
    intentId: undefined,
    outcome: undefined,
  });
  const cases: readonly (readonly [string, readonly Task[]])[] = [
    ['no task', []],
    ['all but notes', [filled({})]],
    ['all', [filled({ notes: 'Slow' })]],
    ['blank notes', [filled({ notes: ' \n\u00a0\u3000' })]],
    ['blank instruction', [filled({ instruction: '\t\u2003\ufeff' })]],
    ['no intent', [filled({ intentId: undefined })]],
    ['no outcome', [filled({ outcome: undefined, notes: 'Slow' })]],
    ['a bare part', [filled({ notes: 'Slow' }), part]],
    ['a nameless part', [filled({ notes: 'Slow' }), { ...part, instruction: '' }]],
  ];
  const sets: readonly (readonly RequiredField[])[] = [
    ['instruction', 'intent'],
    ['instruction', 'intent', 'outcome'],
    ['instruction', 'intent', 'outcome', 'notes'],
  ];

  test.each(sets)('browser and database ask for the same: %s %s %s %s', async (...given) => {
    const fields = given.filter((field) => field !== undefined);
    const asked = publish(
      `'[{"slug":"found","title":"Found"}]'`,
      `, array[${fields.map((field) => `'${field}'`).join(', ')}]`,
    );
    for (const [name, tasks] of cases) {
      const rows = JSON.stringify(tasks.map(taskToRow)).replaceAll("'", "''");
      const content = `(select coalesce(jsonb_agg(t || jsonb_build_object('intent_id',
        case when t ->> 'intent_id' is not null then ${intent(2, 'found')} end)), '[]') from jsonb_array_elements('${rows}') t)`;
      const refused = await refusal(asked, ...begin, save(content), submit(1));
      const checked = checkSubmittable(tasks, { requiredFields: fields, intents: [] });
      expect([name, refused?.slice(0, 5)]).toEqual([name, checked.ok ? undefined : 'PT422']);
    }
  });
});
