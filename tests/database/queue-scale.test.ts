/** What the queue reads of twenty thousand sessions: rows are counted, never time. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFixture, type Fixture } from './fixture.ts';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';

const many = 20_000;
let opened: TestDatabase;
let fixture: Fixture;

beforeAll(async () => {
  opened = await openTestDatabase();
  fixture = await makeFixture(opened.database);
  await opened.database.query(
    `insert into public.sessions (project_id, contributor_id, state, origin, purposes, notice_id, format, title, started_at, duration_ms, sealed_at, queue_from, annotations_done)
     select project_id, contributor_id, 'sealed', 'recorder', purposes, notice_id, 1, 'one of many', now(), 1, now(), now(),
       case when n % 4 = 0 then 0 else 1 end
     from public.sessions, generate_series(1, ${many}) n where id = $1`,
    [fixture.ids['free']],
  );
  await opened.database.query('vacuum analyze public.sessions');
  await opened.database.query('analyze public.assignments');
}, 60_000);
afterAll(() => opened?.close());

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** The query of a function as it stands in the database, with its variables filled in. */
async function queryOf(name: string, from: string, to: string, variables: Record<string, string>) {
  const [found] = await opened.database.query<{ source: string }>(
    `select prosrc as source from pg_proc where proname = $1 and pronamespace = 'private'::regnamespace`,
    [name],
  );
  const source = found!.source;
  const start = source.lastIndexOf(from) + from.length;
  const query = source.slice(start, source.indexOf(to, start));
  return Object.entries(variables).reduce(
    (filled, [variable, text]) =>
      filled.replaceAll(new RegExp(`(?<![.\\w])${variable}(?![\\w(])`, 'g'), text),
    query,
  );
}

/** How many rows of `sessions` it reads, asked by the annotator, and whether it goes through them all. */
async function reading(query: string): Promise<{ rows: number; isScan: boolean }> {
  const plan = await opened.database.connection.kysely
    .transaction()
    .execute(async (transaction) => {
      const run = <Row>(text: string) =>
        sql.raw<Row>(fixture.fill(text, 'annotator')).execute(transaction);
      await run(`select set_config('request.jwt.claim.sub', '$annotator', true)`);
      const { rows } = await run<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
        `explain (analyze, format json) ${query}`,
      );
      return rows[0]!['QUERY PLAN'][0]!.Plan;
    });
  const all = (node: Plan): readonly Plan[] => [node, ...(node.Plans ?? []).flatMap(all)];
  const reads = all(plan).filter((node) => node['Relation Name'] === 'sessions');
  return {
    rows: reads.reduce(
      (sum, node) =>
        sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    ),
    isScan: reads.some((node) => node['Node Type'] === 'Seq Scan' && node['Actual Loops'] > 0),
  };
}

const project = `'$ours'::uuid`;

test('a claim reads a handful of them', async () => {
  const query = await queryOf('next_session', 'for candidate in', '\n    loop', {
    in_project: project,
    me: `'$annotator'::uuid`,
    wanted: '1',
    since: 'now()',
    after: `'$drafted'::uuid`,
  });
  const { rows, isScan } = await reading(`select * from (${query}) next limit 1`);
  expect(isScan).toBe(false);
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(50);
});

test('how the queue stands reads those that still want an annotation once, and few others', async () => {
  const query = await queryOf('queue_standing', 'return (', ');\nend', {
    in_project: project,
    me: `'$annotator'::uuid`,
    wanted: '1',
    since: `(now() - interval '1 day')`,
  });
  const { rows, isScan } = await reading(query);
  expect(isScan).toBe(false);
  expect(rows).toBeGreaterThanOrEqual(many / 4);
  expect(rows).toBeLessThan(many / 4 + 100);
});
