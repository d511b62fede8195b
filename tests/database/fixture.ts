/** Two small projects in a fresh database, built only through the functions that people call. */
import { createHash } from 'node:crypto';
import type { Database } from '#server/open-database.ts';
import { asPeople, asPerson, type Attempt } from './as-person.ts';
import { personas, type Persona } from './matrix.ts';

export interface Fixture {
  /** Ids by the names the matrix uses: `$ours`, `$approved`, `$capability` … */
  readonly ids: Readonly<Record<string, string>>;
  /** Puts the ids, the caller's own as `$me`, into SQL. */
  fill(text: string, who: Persona): string;
  /** Runs statements as a person, as the API would, and takes everything back afterwards. */
  attempt(who: Persona, ...statements: readonly string[]): Promise<Attempt>;
  /** What several people do one after the other, taken back afterwards. */
  story(...steps: readonly (readonly [Persona | 'owner', string])[]): Promise<Attempt>;
}

const userIds = Object.fromEntries(
  personas.map((who, index) => [who, `00000000-0000-4000-8000-00000000000${index}`]),
) as Record<Persona, string>;

export const emptyTrack =
  '{"format": 1, "pages": [], "keystrokes": [], "actions": [], "gaps": [], "activityFromMs": 0, "activity": []}';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

export async function makeFixture(database: Database): Promise<Fixture> {
  const ids: Record<string, string> = { ...userIds };

  const fill = (text: string, who: Persona) =>
    Object.entries(ids)
      .sort(([a], [b]) => b.length - a.length)
      .reduce(
        (filled, [name, id]) => filled.replaceAll(`$${name}`, id),
        text.replaceAll('$me', `'${userIds[who]}'::uuid`),
      );

  const userOf = (who: Persona) => (who === 'anon' ? undefined : userIds[who]);

  const act = async (who: Persona, ...statements: readonly string[]) => {
    const filled = statements.map((statement) => fill(statement, who));
    const done = await asPerson(database, userOf(who), filled, true);
    if (!done.ok) throw new Error(`${who} could not ${filled.join('; ')}: ${done.message}`);
    return done.rows;
  };
  const answer = async <T>(who: Persona, statement: string): Promise<T> =>
    (await act(who, statement))[0]?.['value'] as T;

  const startImport = async (who: Persona, project: string, contributor: string, mark: string) => {
    const started = await answer<{ session_id: string; capability: string }>(
      who,
      `select public.start_import('${project}', '${hash(mark)}', '${contributor}', array['training'], now(), 1) as value`,
    );
    const path = `${started.session_id}/${started.capability}/0-0.json.gz`;
    await act(
      who,
      `insert into storage.objects (bucket_id, name, metadata) values ('recordings', '${path}', '{"size": 7}')`,
      `insert into storage.objects (bucket_id, name, metadata) values ('recordings', '${path.replace('/0-0.', '/0-1.')}', '{"size": 7}')`,
      ...['0-0.key.json', `${'6'.repeat(64)}.css`].map(
        (name) =>
          `insert into storage.objects (bucket_id, name, metadata) values ('recordings', '${path.replace('0-0.json', name)}', '{"size": 7}')`,
      ),
      `select public.commit_chunk('${started.session_id}', '${started.capability}', 0, 0, 0, 9000, 1, 7, repeat('c', 64), null, '{"actions": [], "pages": []}', 7, repeat('d', 64), array[repeat('6', 64)])`,
    );
    return started;
  };
  const record = async () => {
    const started = await answer<{ session_id: string; capability: string }>(
      'anon',
      `select public.start_session('$recorderKey', '$unlinkedToken', 'https://desk.test', array['training'], 1, 1, now(), 1) as value`,
    );
    const path = `${started.session_id}/${started.capability}/0-0.json.gz`;
    await act(
      'anon',
      `insert into storage.objects (bucket_id, name, metadata) values ('recordings', '${path}', '{"size": 7}')`,
      `select public.commit_chunk('${started.session_id}', '${started.capability}', 0, 0, 0, 9000, 1, 7, repeat('c', 64), null, '${emptyTrack}')`,
    );
    return started;
  };
  const seal = (who: Persona, started: { session_id: string; capability: string }) =>
    act(
      who,
      `select public.seal_session('${started.session_id}', '${started.capability}', '{"chunks":1,"duration_ms":9000,"events":1,"pages":1,"keystrokes":0}')`,
    );
  const label = async (who: Persona, session: string) => {
    const annotation = await answer<string>(
      who,
      `select public.begin_annotation('${session}') as value`,
    );
    const intent = await answer<string>(
      who,
      `select i.id as value from public.intents i join public.annotations a using (label_set_id) where a.id = '${annotation}' limit 1`,
    );
    const task = {
      id: crypto.randomUUID(),
      starts_ms: 0,
      ends_ms: 5000,
      instruction: 'Find the order',
      intent_id: intent,
      outcome: 'success',
    };
    const content = {
      tasks: [task],
      action_labels: [{ action: '0:3-4:click', milestone: true }],
      not_work: [{ id: crypto.randomUUID(), starts_ms: 6000, ends_ms: 7000 }],
    };
    await act(
      who,
      `select public.save_edits('${annotation}', 0, '[{"kind":"add task"}]', '${JSON.stringify(content)}')`,
    );
    return { annotation, task };
  };

  for (const who of personas.filter((each) => each !== 'anon'))
    await database.query('insert into auth.users (id, email) values ($1, $2)', [
      userIds[who],
      `${who}@test.invalid`,
    ]);
  for (const who of personas.filter((each) => each !== 'anon'))
    await act(who, `select public.set_my_name('${who} person')`);

  for (const [who, name] of [
    ['admin', 'ours'],
    ['outsider', 'theirs'],
  ] as const) {
    ids[name] = await answer<string>(
      who,
      `select public.create_project('${name}', '${name}') as value`,
    );
    await act(
      who,
      `select public.publish_notice('$${name}', 'What we record and why', array['training', 'research'])`,
      `select public.publish_label_set('$${name}', '[{"slug":"order","title":"Order"}]')`,
    );
  }
  for (const role of ['contributor', 'annotator', 'reviewer', 'consumer'])
    await act('admin', `select public.add_member('$ours', '${role}@test.invalid', '${role}')`);
  await act('admin', `select public.add_member('$ours', 'colleague@test.invalid', 'annotator')`);

  const approved = await startImport('admin', ids['ours']!, 'p-known', 'approved');
  await seal('admin', approved);
  ids['approved'] = approved.session_id;
  ids['approvedCapability'] = approved.capability;
  const [known] = await database.query<{ id: string }>(
    `select id from public.contributors where pseudonym = 'p-known'`,
  );
  ids['contributorId'] = known!.id;
  await database.query('insert into public.contributor_identities values ($1, $2)', [
    known!.id,
    userIds.contributor,
  ]);
  const named = ['submitted', 'returned', 'drafted', 'preview', 'withdrawn', 'free', 'declined'];
  for (const name of named) {
    const contributor = ['preview', 'withdrawn'].includes(name) ? 'p-known' : 'p-other';
    const made = await startImport('admin', ids['ours']!, contributor, name);
    await seal('admin', made);
    ids[name] = made.session_id;
    ids[`${name}Capability`] = made.capability;
  }
  await database.query(
    `update public.sessions set queue_from = now() + interval '1 day' where id = $1`,
    [ids['preview']],
  );
  await act('contributor', `select public.withdraw_session('$withdrawn')`);
  const open = await startImport('admin', ids['ours']!, 'p-other', 'open');
  ids['open'] = open.session_id;
  ids['capability'] = open.capability;
  ids['recorderKey'] = await answer<string>(
    'admin',
    `select public.create_recorder_key('$ours', 'desk', array['https://desk.test']) as value`,
  );
  ids['keyId'] = await answer<string>('admin', `select id as value from public.recorder_keys`);
  ids['token'] = hash('contributor token');
  ids['unlinkedToken'] = hash('unlinked token');
  await database.query(
    'insert into private.contributor_tokens (token_hash, contributor_id, project_id) values ($1, $2, $3)',
    [hash(ids['token']), known!.id, ids['ours']],
  );
  await act(
    'anon',
    `select public.answer_consent('$recorderKey', '$unlinkedToken', 'https://desk.test', 1, array['training'])`,
  );
  for (const name of ['live', 'discarded']) {
    const started = await record();
    ids[name] = started.session_id;
    ids[`${name}Capability`] = started.capability;
  }
  await act('anon', `select public.discard_session('$discarded', '$discardedCapability')`);
  await database.query(`insert into storage.objects (bucket_id, name) values ('recordings', $1)`, [
    `${ids['discarded']}/${'0'.repeat(64)}/0-0.json.gz`,
  ]);

  await act('annotator', `select public.open_session('$approved', 'annotator')`);
  const done = await label('annotator', ids['approved']);
  await act('annotator', `select public.submit_annotation('${done.annotation}', 1)`);
  await act(
    'reviewer',
    `select public.open_session('$approved', 'reviewer')`,
    `select public.decide_review('${done.annotation}', 1, 'approve', '')`,
  );
  ids['submission'] = (await label('colleague', ids['submitted']!)).annotation;
  await act('colleague', `select public.submit_annotation('$submission', 1)`);
  const returned = (await label('colleague', ids['returned']!)).annotation;
  await act('colleague', `select public.submit_annotation('${returned}', 1)`);
  await act(
    'reviewer',
    `select public.decide_review('${returned}', 1, 'request changes', 'Name it')`,
  );
  ids['draft'] = (await label('annotator', ids['drafted']!)).annotation;
  await act('colleague', `select public.open_session('$declined', 'annotator')`);
  ids['decline'] = await answer<string>(
    'colleague',
    `select public.decline_session('$declined', 'impossible', 'broken') as value`,
  );

  for (const name of ['first', 'building']) {
    const started = await answer<{ release_id: string }>(
      'consumer',
      `select public.start_release('$ours', '${name}', 'training') as value`,
    );
    ids[name === 'first' ? 'release' : name] = started.release_id;
    await act(
      'consumer',
      `insert into storage.objects (bucket_id, name) values ('releases', '${started.release_id}/manifest.json')`,
    );
  }
  const episode = {
    annotation_id: done.annotation,
    revision: 1,
    task_id: done.task.id,
    session_id: approved.session_id,
    episode_sha256: hash('episode'),
  };
  await act(
    'consumer',
    `select public.publish_release('$release', '${hash('manifest')}', '${JSON.stringify([episode])}')`,
    `select public.open_release('$release')`,
  );

  return {
    ids,
    fill,
    attempt: (who, ...statements) =>
      asPerson(
        database,
        userOf(who),
        statements.map((statement) => fill(statement, who)),
        false,
      ),
    story: (...steps) =>
      asPeople(
        database,
        steps.map(([who, sql]) =>
          who === 'owner'
            ? { by: who, sql: fill(sql, 'anon') }
            : { by: { userId: userOf(who) }, sql: fill(sql, who) },
        ),
        false,
      ),
  };
}
