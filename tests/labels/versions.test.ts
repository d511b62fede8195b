/** One label set through its versions, from the editor's draft to an annotator's, over the wire. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noContent } from '#core/content.ts';
import type { IntentId, ProjectId, SessionId, TaskId } from '#core/ids.ts';
import { newTask } from '#core/task.ts';
import { ms } from '#core/time.ts';
import { beginLabeling, getAnnotation, saveEdits, submitAnnotation } from '#data/annotations.ts';
import { getLabelSet, labelUse, listLabelSets, publishLabelSet } from '#data/label-sets.ts';
import { moveToLabels, newerLabels } from '#data/newer-labels.ts';
import { signUp } from '#data/people.ts';
import { addMember, createProject, publishNotice } from '#data/projects.ts';
import { connect, type Supabase } from '#data/supabase.ts';
import { diffLabelSets, isSame } from '#labels/diff-label-sets.ts';
import { intentsOf } from '#labels/draft-labels.ts';
import { LabelDraft } from '#labels/label-draft.svelte.ts';
import { startEmbedded, type Embedded } from '#tests/embedded.ts';

let server: Embedded;
let project: ProjectId;
let session: SessionId;
const clients = new Map<string, Supabase>();
const window = '00000000-0000-4000-8000-0000000000b1';

beforeAll(async () => {
  server = await startEmbedded();
  for (const name of ['admin', 'annotator']) {
    const client = connect(server.url, server.keys.publishableKey);
    await signUp(client, `The ${name}`, `${name}@example.org`, 'correct horse battery');
    clients.set(name, client);
  }
  const admin = clients.get('admin')!;
  project = await createProject(admin, 'Order desk', 'desk');
  await publishNotice(admin, project, 'We record you to train models.', ['training']);
  await addMember(admin, project, 'annotator@example.org', 'annotator');
  const [made] = await server.query<{ id: SessionId }>(
    `with c as (insert into public.contributors (project_id, pseudonym) values ($1, 'p-1') returning id)
     insert into public.sessions (project_id, contributor_id, state, origin, purposes, notice_id, format, started_at,
       duration_ms, source_sha256, queue_from, sealed_at)
     select $1, c.id, 'sealed', 'import', array['training'], n.id, 1, now(), 9000, repeat('a', 64), now(), now()
     from c, public.consent_notices n where n.project_id = $1 returning id`,
    [project],
  );
  session = made!.id;
}, 120_000);

afterAll(() => server?.stop());

const draftAfter = async (admin: Supabase) => {
  const [newest] = await listLabelSets(admin, project);
  return new LabelDraft({
    base: newest && (await getLabelSet(admin, newest.id)),
    keep: () => undefined,
    makeId: () => crypto.randomUUID() as IntentId,
  });
};
const publish = (admin: Supabase, draft: LabelDraft) =>
  publishLabelSet(admin, project, {
    intents: intentsOf(draft.labels),
    requiredFields: draft.labels.requiredFields,
    note: draft.note,
    after: draft.base?.version ?? 0,
  });
const add = (draft: LabelDraft, title: string, below = false) => {
  const id = draft.add(below)!;
  draft.change(id, { title });
  return id;
};

test('labels are edited, published, used, merged and moved to', async () => {
  const [admin, annotator] = [clients.get('admin')!, clients.get('annotator')!];
  const first = await draftAfter(admin);
  add(first, 'Order');
  const find = add(first, 'Find', true);
  first.change(find, { key: 'f', colour: 2, examples: ['Find 7', ' '], description: 'By number' });
  add(first, 'Search');
  await publish(admin, first);
  const published = await draftAfter(admin);
  const told = {
    intents: intentsOf(published.labels),
    requiredFields: published.labels.requiredFields,
  };
  expect(isSame(diffLabelSets(published.base!, told))).toBe(true);
  expect(published.base!.intents[1]).toMatchObject({
    slug: 'order/find',
    key: 'f',
    colour: 2,
    examples: ['Find 7'],
    description: 'By number',
  });

  const { annotation, labels } = await beginLabeling(annotator, session);
  const tasks = ['order/find', 'order/search'].map((slug, at) =>
    newTask(
      crypto.randomUUID() as TaskId,
      { startsMs: ms(at * 1000), endsMs: ms(at * 1000 + 1000) },
      {
        instruction: 'Find it',
        outcome: 'success',
        intentId: labels.intents.find((each) => each.slug === slug)!.id,
      },
    ),
  );
  const edits = tasks.map((task) => ({ kind: 'add task', task }) as const);
  const at = { annotation: annotation.id, window };
  await saveEdits(annotator, at, 0, edits, { ...noContent, tasks });
  expect(await newerLabels(annotator, annotation.id)).toBeUndefined();

  const idOf = (slug: string) => published.base!.intents.find((each) => each.slug === slug)!.id;
  published.merge(idOf('order/search'), idOf('order/find'));
  published.change(idOf('order/find'), { title: 'Look up' });
  published.require('notes', true);
  published.note = 'Nobody told them apart';
  await publish(admin, published);
  expect(await listLabelSets(admin, project)).toMatchObject([
    { version: 2, note: 'Nobody told them apart', authorName: 'The admin' },
    { version: 1 },
  ]);
  const stale = await publish(admin, published).catch((error: Error) => error.message);
  expect(stale).toContain('Version 2 of the labels was published meanwhile');

  const newer = (await newerLabels(annotator, annotation.id))!;
  expect(newer.moves.map(({ from, to }) => [from, to])).toEqual([
    ['Find', 'Look up'],
    ['Search', 'Look up'],
  ]);
  expect(await moveToLabels(annotator, annotation.id, 2, newer.id, window)).toBe(3);
  const moved = await getAnnotation(annotator, annotation.id);
  const heir = moved.labels.intents.find(({ title }) => title === 'Look up')!;
  expect(moved.labels).toMatchObject({ version: 2, note: 'Nobody told them apart' });
  expect(moved.labels.requiredFields).toContain('notes');
  expect(moved.annotation).toMatchObject({ edits: 3, log: { from: 3, entries: [] } });
  expect(moved.annotation.tasks.map(({ intentId }) => intentId)).toEqual([heir.id, heir.id]);
  expect((await labelUse(admin, project)).get(heir.id)).toEqual({ tasks: 2, approved: 0 });

  const refused = await submitAnnotation(annotator, annotation.id, 3).catch(
    (error: Error) => error.message,
  );
  expect(refused).toContain('notes');
});
