/** Who may do what: table, bucket and function × person × act. The tests of this folder are made from it. */

export const personas = [
  'anon',
  'stranger',
  'contributor',
  'annotator',
  'colleague',
  'reviewer',
  'consumer',
  'admin',
  'outsider',
] as const;

/** `colleague` is a second annotator; `outsider` is the admin of another project. */
export type Persona = (typeof personas)[number];

/** What of our project's rows a person sees: an SQL predicate in which `$me` is their id. */
type Sees = Partial<Record<Persona, string>> & { readonly rest: string };

const all = 'true';
const none = 'false';
const team = { annotator: all, colleague: all, reviewer: all, admin: all };
const members = { ...team, contributor: all, consumer: all };
const inOurs = (column: string) => `${column} = '$ours'`;
const sessionOurs = `session_id in (select id from public.sessions where project_id = '$ours')`;
const annotationOurs = (column: string) =>
  `${column} in (select a.id from public.annotations a join public.sessions s on s.id = a.session_id where s.project_id = '$ours')`;
const mySessions = `select s.id from public.sessions s join public.contributor_identities i using (contributor_id) where i.user_id = $me`;
const submitted = (column: string) =>
  `${column} in (select id from public.annotations where revision > 0)`;
const mine = (column: string) =>
  `${column} in (select id from public.annotations where annotator_id = $me)`;
const withAnnotation = (column: string): Sees => ({
  annotator: mine(column),
  colleague: mine(column),
  reviewer: submitted(column),
  admin: submitted(column),
  rest: none,
});

/** `anon` has no grant on any table, so it stands nowhere below. */
export const tables: Record<string, { readonly ours: string; readonly sees: Sees }> = {
  projects: { ours: inOurs('id'), sees: { ...members, rest: none } },
  profiles: {
    ours: `user_id in (select user_id from public.members where project_id = '$ours')`,
    sees: {
      admin: all,
      contributor: all,
      rest: none,
      ...Object.fromEntries(
        ['annotator', 'colleague', 'reviewer', 'consumer'].map((who) => [
          who,
          `user_id not in (select user_id from public.members where role = 'contributor')`,
        ]),
      ),
    },
  },
  members: {
    ours: inOurs('project_id'),
    sees: {
      admin: all,
      rest: none,
      ...Object.fromEntries(
        ['contributor', 'annotator', 'colleague', 'reviewer', 'consumer'].map((who) => [
          who,
          `role <> 'contributor' or user_id = $me`,
        ]),
      ),
    },
  },
  contributors: {
    ours: inOurs('project_id'),
    sees: {
      ...team,
      contributor: `id in (select contributor_id from public.contributor_identities where user_id = $me)`,
      rest: none,
    },
  },
  contributor_identities: {
    ours: `contributor_id in (select id from public.contributors where project_id = '$ours')`,
    sees: { contributor: 'user_id = $me', rest: none },
  },
  consent_notices: { ours: inOurs('project_id'), sees: { ...members, rest: none } },
  consents: {
    ours: `contributor_id in (select id from public.contributors where project_id = '$ours')`,
    sees: {
      contributor: `contributor_id in (select contributor_id from public.contributor_identities where user_id = $me)`,
      rest: none,
    },
  },
  recorder_keys: { ours: inOurs('project_id'), sees: { admin: all, rest: none } },
  sessions: {
    ours: inOurs('project_id'),
    sees: {
      admin: all,
      contributor: `id in (${mySessions})`,
      rest: none,
      ...Object.fromEntries(
        ['annotator', 'colleague', 'reviewer'].map((who) => [
          who,
          `state = 'sealed' and queue_from <= now()`,
        ]),
      ),
    },
  },
  chunks: { ours: sessionOurs, sees: { rest: none } },
  access_log: {
    ours: inOurs('project_id'),
    sees: { admin: all, contributor: `session_id in (${mySessions})`, rest: none },
  },
  label_sets: {
    ours: inOurs('project_id'),
    sees: { ...team, consumer: all, rest: none },
  },
  intents: {
    ours: `label_set_id in (select id from public.label_sets where project_id = '$ours')`,
    sees: { ...team, consumer: all, rest: none },
  },
  assignments: { ours: sessionOurs, sees: { ...team, rest: none } },
  annotations: { ours: sessionOurs, sees: withAnnotation('id') },
  tasks: { ours: annotationOurs('annotation_id'), sees: withAnnotation('annotation_id') },
  annotation_edits: {
    ours: annotationOurs('annotation_id'),
    sees: { annotator: mine('annotation_id'), colleague: mine('annotation_id'), rest: none },
  },
  annotation_revisions: {
    ours: annotationOurs('annotation_id'),
    sees: withAnnotation('annotation_id'),
  },
  reviews: { ours: annotationOurs('annotation_id'), sees: withAnnotation('annotation_id') },
  releases: { ours: inOurs('project_id'), sees: { consumer: all, admin: all, rest: none } },
  release_episodes: {
    ours: `release_id in (select id from public.releases where project_id = '$ours')`,
    sees: {
      consumer: all,
      admin: all,
      contributor: `session_id in (${mySessions})`,
      rest: none,
    },
  },
  downloads: {
    ours: `release_id in (select id from public.releases where project_id = '$ours')`,
    sees: { admin: all, consumer: 'user_id = $me', rest: none },
  },
};

const everyone: readonly Persona[] = personas;
const signedIn: readonly Persona[] = personas.filter((who) => who !== 'anon');
const annotators: readonly Persona[] = ['annotator', 'colleague'];
const users: readonly Persona[] = ['consumer', 'admin'];

/** Arguments are SQL in which `$name` stands for an id of the fixture. */
export const functions: Record<
  string,
  { readonly calls: readonly { readonly args: string; readonly may: readonly Persona[] }[] }
> = {
  set_my_name: { calls: [{ args: `'A name'`, may: signedIn }] },
  create_project: { calls: [{ args: `'New', 'new-one'`, may: signedIn }] },
  add_member: {
    calls: [{ args: `'$ours', 'stranger@test.invalid', 'annotator'`, may: ['admin'] }],
  },
  remove_member: { calls: [{ args: `'$ours', '$colleague', 'annotator'`, may: ['admin'] }] },
  publish_notice: { calls: [{ args: `'$ours', 'text', array['training']`, may: ['admin'] }] },
  publish_label_set: { calls: [{ args: `'$ours', '[{"slug":"a","title":"A"}]'`, may: ['admin'] }] },
  start_session: {
    calls: [
      {
        args: `'$recorderKey', '$token', 'https://desk.test', 'training', 1, now(), 1`,
        may: everyone,
      },
      { args: `'wrong', '$token', 'https://desk.test', 'training', 1, now(), 1`, may: [] },
      { args: `'$recorderKey', 'wrong', 'https://desk.test', 'training', 1, now(), 1`, may: [] },
      { args: `'$recorderKey', '$token', 'https://other.test', 'training', 1, now(), 1`, may: [] },
      { args: `'$recorderKey', '$token', 'https://desk.test', 'research', 1, now(), 1`, may: [] },
      { args: `'$recorderKey', '$token', 'https://desk.test', 'training', 2, now(), 1`, may: [] },
    ],
  },
  start_import: {
    calls: [
      { args: `'$ours', repeat('9', 64), 'p-new', array['training'], now(), 1`, may: ['admin'] },
    ],
  },
  commit_chunk: {
    calls: [
      {
        args: `'$open', '$capability', 0, 1, 10, 20, 1, 7, repeat('d', 64), repeat('c', 64), '{}'`,
        may: everyone,
      },
      {
        args: `'$open', repeat('0', 64), 0, 1, 10, 20, 1, 7, repeat('d', 64), repeat('c', 64), '{}'`,
        may: [],
      },
    ],
  },
  seal_session: {
    calls: [
      {
        args: `'$open', '$capability', '{"chunks":1,"duration_ms":9,"events":1,"pages":1,"keystrokes":0}'`,
        may: everyone,
      },
      { args: `'$open', repeat('0', 64), '{"chunks":1}'`, may: [] },
    ],
  },
  discard_session: { calls: [{ args: `'$open', '$capability'`, may: everyone }] },
  claim_next_session: { calls: [{ args: `'$ours'`, may: annotators }] },
  open_session: {
    calls: [
      { args: `'$free', 'annotator'`, may: annotators },
      { args: `'$preview', 'annotator'`, may: [] },
      { args: `'$approved', 'reviewer'`, may: ['reviewer'] },
      { args: `'$approved', 'admin', 'a complaint'`, may: ['admin'] },
      { args: `'$approved', 'admin', ''`, may: [] },
      { args: `'$approved', 'contributor'`, may: ['contributor'] },
      { args: `'$preview', 'contributor'`, may: ['contributor'] },
      { args: `'$approved', 'consumer'`, may: [] },
      { args: `'$withdrawn', 'contributor'`, may: [] },
    ],
  },
  begin_annotation: {
    calls: [
      { args: `'$free'`, may: annotators },
      { args: `'$preview'`, may: [] },
    ],
  },
  save_edits: {
    calls: [{ args: `'$draft', 1, '[{"kind":"x"}]', '[]'`, may: ['annotator'] }],
  },
  submit_annotation: { calls: [{ args: `'$draft', 1`, may: ['annotator'] }] },
  release_session: { calls: [{ args: `'$drafted'`, may: signedIn }] },
  decide_review: {
    calls: [
      { args: `'$submission', 1, 'approve', ''`, may: ['reviewer'] },
      { args: `'$submission', 1, 'reject', ''`, may: [] },
      { args: `'$submission', 7, 'approve', ''`, may: [] },
    ],
  },
  preview_release: { calls: [{ args: `'$ours', 'training'`, may: users }] },
  start_release: {
    calls: [
      { args: `'$ours', 'next', 'training'`, may: users },
      { args: `'$ours', 'first', 'training'`, may: [] },
    ],
  },
  publish_release: {
    calls: [{ args: `'$building', repeat('e', 64), '[]'`, may: ['consumer'] }],
  },
  open_release: {
    calls: [
      { args: `'$release'`, may: users },
      { args: `'$building'`, may: [] },
    ],
  },
  withdraw_session: { calls: [{ args: `'$approved'`, may: ['contributor'] }] },
  withdraw_consent: { calls: [{ args: `'$contributorId'`, may: ['contributor'] }] },
  share_session: { calls: [{ args: `'$preview'`, may: ['contributor'] }] },
  my_access_log: { calls: [{ args: '', may: signedIn }] },
};

/** Objects of the buckets; a name is SQL text as above. */
export const buckets: Record<
  string,
  readonly {
    readonly act: 'insert' | 'select' | 'update' | 'delete';
    readonly name: string;
    readonly may: readonly Persona[];
  }[]
> = {
  recordings: [
    { act: 'insert', name: '$open/$capability/0-2.json.gz', may: everyone },
    { act: 'insert', name: '$open/$capability/../0-2.json.gz', may: [] },
    { act: 'insert', name: `$open/${'0'.repeat(64)}/0-2.json.gz`, may: [] },
    { act: 'insert', name: '$approved/$approvedCapability/0-2.json.gz', may: [] },
    {
      act: 'select',
      name: '$approved/$approvedCapability/0-0.json.gz',
      may: ['annotator', 'reviewer'],
    },
    { act: 'select', name: '$open/$capability/0-0.json.gz', may: [] },
    { act: 'select', name: '$withdrawn/$withdrawnCapability/0-0.json.gz', may: ['contributor'] },
    { act: 'update', name: '$open/$capability/0-0.json.gz', may: [] },
    { act: 'delete', name: '$approved/$approvedCapability/0-0.json.gz', may: [] },
    { act: 'delete', name: '$withdrawn/$withdrawnCapability/0-0.json.gz', may: ['contributor'] },
  ],
  releases: [
    { act: 'insert', name: '$building/README.md', may: ['consumer'] },
    { act: 'insert', name: '$release/extra.txt', may: [] },
    { act: 'select', name: '$release/manifest.json', may: ['consumer'] },
    { act: 'update', name: '$release/manifest.json', may: [] },
    { act: 'delete', name: '$release/manifest.json', may: [] },
  ],
};
