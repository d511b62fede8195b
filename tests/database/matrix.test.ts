import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabases, type TestDatabase } from './open-test-database.ts';
import { makeFixture, type Fixture } from './fixture.ts';
import { buckets } from './bucket-matrix.ts';
import { functions } from './function-matrix.ts';
import { personas, tables, type Persona } from './matrix.ts';

const signedIn = personas.filter((who) => who !== 'anon');

for (const { kind, open } of testDatabases) {
  describe.skipIf(open === undefined)(`on ${kind}`, () => {
    let opened: TestDatabase;
    let fixture: Fixture;
    beforeAll(async () => {
      opened = await open!();
      fixture = await makeFixture(opened.database);
    });
    afterAll(() => opened?.close());

    const column = async (text: string) =>
      (await opened.database.query<{ name: string }>(text)).map((row) => row.name).sort();

    test('the matrix names every table, function and bucket there is', async () => {
      expect(
        await column(`select tablename as name from pg_tables where schemaname = 'public'`),
      ).toEqual(Object.keys(tables).sort());
      expect(
        await column(
          `select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace`,
        ),
      ).toEqual(Object.keys(functions).sort());
      expect(await column('select id as name from storage.buckets')).toEqual(
        Object.keys(buckets).sort(),
      );
    });

    describe.each(Object.entries(tables))('table %s', (table, { ours, sees }) => {
      const rows = `select coalesce(array_agg(t.* :: text), '{}') as rows from public.${table} t`;
      const there = async (where: string, who: Persona) => {
        const [row] = await opened.database.query<{ rows: string[] }>(
          `${rows} where ${fixture.fill(where, who)}`,
        );
        return row!.rows.sort();
      };
      const seenBy = async (who: Persona) => {
        const seen = await fixture.attempt(who, rows);
        if (!seen.ok) throw new Error(seen.message);
        return new Set(seen.rows[0]!['rows'] as string[]);
      };

      test.each(signedIn)('%s sees what is theirs', async (who) => {
        const seen = await seenBy(who);
        const allowed = await there(`(${ours}) and (${sees[who] ?? sees.rest})`, who);
        expect((await there(ours, who)).filter((row) => seen.has(row))).toEqual(allowed);
        if (sees[who] !== undefined) expect(allowed).not.toEqual([]);
      });

      test.each(signedIn.filter((who) => who !== 'outsider'))(
        '%s sees nothing of another project',
        async (who) => {
          const seen = await seenBy(who);
          const theirs = `(${ours.replaceAll('$ours', '$theirs')}) and not (${ours})`;
          expect((await there(theirs, who)).filter((row) => seen.has(row))).toEqual([]);
        },
      );

      test('anon reads nothing and nobody writes', async () => {
        const attempts = [
          await fixture.attempt('anon', `select * from public.${table}`),
          ...(await Promise.all(
            personas.flatMap((who) =>
              [
                `delete from public.${table}`,
                `update public.${table} set ctid = ctid`,
                `insert into public.${table} default values`,
              ].map((text) => fixture.attempt(who, text)),
            ),
          )),
        ];
        for (const attempt of attempts) expect(attempt.ok).toBe(false);
        const [grants] = await opened.database.query<{ count: number }>(
          `select count(*)::int as count from unnest(array['anon', 'authenticated']) r, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
           where has_table_privilege(r, 'public.${table}', p)`,
        );
        expect(grants!.count).toBe(0);
      });
    });

    describe.each(
      Object.entries(functions).flatMap(([name, { calls }]) =>
        calls.map(({ args, may }) => ({ name, args, may })),
      ),
    )('$name($args)', ({ name, args, may }) => {
      test.each(personas)('%s', async (who) => {
        const attempt = await fixture.attempt(who, `select public.${name}(${args})`);
        if (may.includes(who)) expect(attempt).toMatchObject({ ok: true });
        else {
          expect(attempt).toMatchObject({ ok: false });
          if (!attempt.ok) expect(attempt.code).toMatch(/^(42501|PT4\d\d)$/);
        }
      });
    });

    describe.each(
      Object.entries(buckets).flatMap(([bucket, acts]) =>
        acts.map(({ act, name, may }) => ({ bucket, act, name, may })),
      ),
    )('$act $bucket/$name', ({ bucket, act, name, may }) => {
      const where = `where bucket_id = '${bucket}' and name = '${name}'`;
      // Storage names what it is about to do.
      const operation = `select set_config('storage.operation', 'storage.object.${act}', true)`;
      const statement = {
        insert: `insert into storage.objects (bucket_id, name) values ('${bucket}', '${name}')`,
        select: `select from storage.objects ${where}`,
        update: `with done as (update storage.objects set metadata = '{}' ${where} returning 1) select from done`,
        delete: `with done as (delete from storage.objects ${where} returning 1) select from done`,
      }[act];

      test.each(personas)('%s', async (who) => {
        const attempt = await fixture.attempt(who, operation, statement);
        const did = attempt.ok && (act === 'insert' || attempt.rows.length > 0);
        expect(did).toBe(may.includes(who));
      });

      if (act !== 'insert')
        test('the object is there', async () => {
          const there = await opened.database.query(
            `select from storage.objects ${fixture.fill(where, 'admin')}`,
          );
          expect(there).toHaveLength(1);
        });
    });
  });
}
