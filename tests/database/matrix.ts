/** Who sees which rows: table × person. With `function-matrix.ts` and `bucket-matrix.ts`, what the
 * tests of this folder are made from. */

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
  capture_policies: { ours: inOurs('project_id'), sees: { ...members, rest: none } },
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
  declines: {
    ours: sessionOurs,
    sees: { admin: all, colleague: 'annotator_id = $me', rest: none },
  },
  annotations: { ours: sessionOurs, sees: withAnnotation('id') },
  tasks: { ours: annotationOurs('annotation_id'), sees: withAnnotation('annotation_id') },
  not_work: {
    ours: sessionOurs,
    sees: {
      contributor: `session_id in (${mySessions})`,
      rest: none,
      ...Object.fromEntries(
        ['annotator', 'colleague', 'reviewer', 'admin'].map((who) => [
          who,
          `session_id in (select id from public.sessions where state = 'sealed')`,
        ]),
      ),
    },
  },
  action_labels: { ours: annotationOurs('annotation_id'), sees: withAnnotation('annotation_id') },
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
