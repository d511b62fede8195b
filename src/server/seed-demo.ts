/**
 * Fills the demo: its people, their project, labels and consent. Every step can be repeated, so a
 * crash is made good at the next start; once done it is never done again.
 */
import { createHash } from 'node:crypto';
import type { ProjectId } from '#core/ids.ts';
import type { Project } from '#core/project.ts';
import { purposes } from '#core/consent.ts';
import { latestPolicy, publishPolicy } from '#data/capture-policies.ts';
import { publishLabelSet } from '#data/label-sets.ts';
import { signIn, signUp, type Person } from '#data/people.ts';
import { addMember, createProject, listProjects, publishNotice } from '#data/projects.ts';
import { connect, type Supabase } from '#data/supabase.ts';
import { demoLabels } from './demo-labels.ts';
import { demoPolicy } from './demo-policy.ts';
import type { DemoPerson } from './demo-people.ts';
import { readSeedMark, writeSeedMark } from './seed-mark.ts';
import { StartError } from './start-error.ts';
import type { RunningServer } from './start-server.ts';

const slug = 'order-desk';
const mark = 'demo/project';

const notice = `This demo shows recordings of made-up work at a made-up order desk.
In a project of your own, this is where you tell the people you record what is captured, who sees it, what it is used for, and how they take it back.`;

/** Makes what is missing. Answers the signed-in admin's connection and the project. */
export async function seedDemo(
  server: RunningServer,
  contributor: string,
): Promise<{ readonly client: Supabase; readonly project: Project }> {
  const known = await readSeedMark(server, mark);
  const fingerprint = fingerprintOf(server.demoPeople);
  if (known !== undefined && known !== fingerprint) throw otherPeople();
  if (known === undefined) await seedProject(server, contributor);
  await writeSeedMark(server, mark, fingerprint);

  const { client } = await enter(server, personOf(server, 'admin'));
  const project = (await listProjects(client)).find((each) => each.slug === slug);
  if (!project) throw new StartError('The demo project is gone. Start with --no-demo.');
  return { client, project };
}

async function seedProject(server: RunningServer, contributor: string): Promise<void> {
  const people = new Map<string, Person>();
  for (const person of server.demoPeople)
    people.set(person.role, (await enter(server, person)).person);
  const { client } = await enter(server, personOf(server, 'admin'));
  const there = (await listProjects(client)).find((each) => each.slug === slug);
  const project = there?.id ?? (await createProject(client, 'Order desk', slug));
  for (const { email, role } of server.demoPeople) await addMember(client, project, email, role);
  if (await isEmpty(server, 'consent_notices', project))
    await publishNotice(client, project, notice, purposes);
  if (await isEmpty(server, 'label_sets', project))
    await publishLabelSet(client, project, { intents: demoLabels });
  if ((await latestPolicy(client, project))?.version === 1)
    await publishPolicy(client, project, demoPolicy);
  await agree(server, project, contributor, people.get('contributor')!);
}

/** Signs in as `person`, who signs up first where they are new. */
async function enter(server: RunningServer, { name, email, password }: DemoPerson) {
  const client = connect(server.url, server.keys.publishableKey);
  const [account] = await server.query<{ named: boolean }>(
    `select exists (select from public.profiles p where p.user_id = u.id) as named
     from auth.users u where u.email = $1`,
    [email],
  );
  try {
    if (account?.named) return { client, person: await signIn(client, email, password) };
    if (account) await server.query('delete from auth.users where email = $1', [email]);
    return { client, person: await signUp(client, name, email, password) };
  } catch (error) {
    if ((error as { kind?: string }).kind === 'forbidden') throw otherPeople();
    throw error;
  }
}

// As if the contributor had been asked by the recorder: who they are and what they agreed to.
async function agree(
  { query }: RunningServer,
  project: ProjectId,
  pseudonym: string,
  person: Person,
): Promise<void> {
  await query(
    `with contributor as (
       insert into public.contributors (project_id, pseudonym) values ($1, $2)
       on conflict (project_id, pseudonym) do update set pseudonym = excluded.pseudonym
       returning id),
     identity as (
       insert into public.contributor_identities (contributor_id, user_id)
       select id, $3 from contributor on conflict do nothing)
     insert into public.consents (contributor_id, notice_id, purpose, granted, source)
     select contributor.id, notice.id, purpose, true, 'asked'
     from contributor,
       (select id, purposes from public.consent_notices where project_id = $1
        order by version desc limit 1) notice,
       unnest(notice.purposes) purpose
     where not exists (
       select from public.consents c
       where c.contributor_id = contributor.id and c.purpose = purpose)`,
    [project, pseudonym, person.id],
  );
}

async function isEmpty(
  { query }: RunningServer,
  table: 'consent_notices' | 'label_sets',
  project: ProjectId,
): Promise<boolean> {
  const rows = await query(`select from public.${table} where project_id = $1 limit 1`, [project]);
  return rows.length === 0;
}

function personOf({ demoPeople }: RunningServer, role: DemoPerson['role']): DemoPerson {
  const person = demoPeople.find((each) => each.role === role);
  if (!person) throw new Error('started without demo people');
  return person;
}

const fingerprintOf = (people: readonly DemoPerson[]) =>
  createHash('sha256')
    .update(JSON.stringify(people.map((p) => [p.email, p.password])))
    .digest('hex');

const otherPeople = () =>
  new StartError(
    'The demo in this database was made from another data folder, which knows its passwords. ' +
      'Start from that folder, or with --no-demo.',
  );
