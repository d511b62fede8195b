/** Many annotators who ask the queue at the same moment. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asPerson } from './as-person.ts';
import { makeFixture, type Fixture } from './fixture.ts';
import { testDatabases, type TestDatabase } from './open-test-database.ts';

const crowd = Array.from({ length: 8 }, (_, at) => `00000000-0000-4000-9000-00000000000${at}`);

describe.each(testDatabases)('on $kind', ({ open }) => {
  if (open === undefined) return test.skip('it is not installed');
  let opened: TestDatabase;
  let fixture: Fixture;
  beforeAll(async () => {
    opened = await open();
    fixture = await makeFixture(opened.database);
    for (const person of crowd) {
      await opened.database.query('insert into auth.users (id, email) values ($1, $2)', [
        person,
        `${person}@test.invalid`,
      ]);
      await opened.database.query('insert into public.members values ($1, $2, $3)', [
        fixture.ids['ours'],
        person,
        'annotator',
      ]);
    }
    await opened.database.query(`update public.sessions set queue_from = now() + interval '1 day'`);
  });
  afterAll(() => opened?.close());

  /** So many fresh sessions that want so many annotations each. */
  const fill = async (sessions: number, slots: number) => {
    await opened.database.query('delete from public.assignments');
    await opened.database.query(
      `update public.sessions set queue_from = now() + interval '1 day' where title <> 'crowd'`,
    );
    await opened.database.query(
      `update public.sessions set queue_from = now() + interval '1 day' where title = 'crowd'`,
    );
    await opened.database.query(
      `insert into public.sessions (project_id, contributor_id, state, origin, purposes, notice_id, format, title, started_at, duration_ms, sealed_at, queue_from)
       select project_id, contributor_id, 'sealed', 'recorder', purposes, notice_id, 1, 'crowd', now(), 1, now(), now()
       from public.sessions, generate_series(1, $2::int) where id = $1`,
      [fixture.ids['free'], sessions],
    );
    await opened.database.query(`update public.projects set annotations_per_session = $1::int`, [
      slots,
    ]);
  };
  const askAll = (act: string) =>
    Promise.all(
      crowd.map(async (person) => {
        const asked = await asPerson(
          opened.database,
          person,
          [`select public.${act}('${fixture.ids['ours']}', null) ->> 'session_id' as value`],
          true,
        );
        if (!asked.ok) throw new Error(asked.message);
        return asked.rows[0]!['value'] as string | null;
      }),
    );
  const counts = (given: readonly (string | null)[]) =>
    [...new Set(given)].map((id) => given.filter((each) => each === id).length);

  test.each(['claim_next_session', 'read_ahead'])(
    '%s gives each of eight a session of their own',
    async (act) => {
      await fill(8, 1);
      const given = await askAll(act);
      expect(given).not.toContain(null);
      expect(counts(given)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    },
  );

  test.each(['claim_next_session', 'read_ahead'])(
    '%s fills two slots of each of four, and none a third time',
    async (act) => {
      await fill(4, 2);
      const given = await askAll(act);
      expect(given).not.toContain(null);
      expect(counts(given)).toEqual([2, 2, 2, 2]);
    },
  );

  test('where there are fewer than people, the rest are told so', async () => {
    await fill(3, 1);
    const given = await askAll('claim_next_session');
    expect(given.filter((id) => id === null)).toHaveLength(5);
    expect(new Set(given).size).toBe(4);
  });
});
