import { PGlite } from '@electric-sql/pglite';
import { sql, type Kysely, type Transaction } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { oneAtATime, takeTurns } from './one-at-a-time.ts';

const database = new PGlite();
const kysely = oneAtATime(database);
afterAll(() => database.close());

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

type Runner = Kysely<unknown> | Transaction<unknown>;

async function personIn(runner: Runner): Promise<string | undefined> {
  const query = sql<{ person: string }>`select current_setting('test.person', true) as person`;
  return (await query.execute(runner)).rows[0]?.person;
}

async function actAs(person: string, turns: number): Promise<string | undefined> {
  return kysely.transaction().execute(async (transaction) => {
    await sql`select set_config('test.person', ${person}, true)`.execute(transaction);
    for (let turn = 0; turn < turns; turn += 1) await turnOfTheLoop();
    return personIn(transaction);
  });
}

test('a transaction that waits keeps its person, whatever else is going on', async () => {
  const people = ['ada', 'ben', 'cyd'];
  const seen = await Promise.all(
    people.map((person, index) => takeTurns(() => actAs(person, 3 - index))),
  );
  expect(seen).toEqual(people);
  expect(await personIn(kysely)).toBe('');
});

test('a query that a request starts beside its own transaction does not wait for itself', async () => {
  const seen = await takeTurns(() =>
    kysely.transaction().execute(async (transaction) => {
      await sql`select set_config('test.person', 'dot', true)`.execute(transaction);
      return personIn(kysely);
    }),
  );
  expect(seen).toBe('dot');
});

test('a failure gives the connection back', async () => {
  const failing = takeTurns(() => kysely.transaction().execute((t) => sql`select 1/0`.execute(t)));
  await expect(failing).rejects.toThrow(/division by zero/);
  expect(await takeTurns(() => actAs('eve', 1))).toBe('eve');
});
