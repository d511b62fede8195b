/** The rules of Supabase's linter (splinter) that apply here, and the rules of our own schema. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabases, type TestDatabase } from './open-test-database.ts';

const rules: Record<string, string> = {
  'every table in public has row-level security': `
    select tablename as found from pg_tables where schemaname = 'public' and not rowsecurity`,
  'every table in public has a policy': `
    select tablename as found from pg_tables t where schemaname = 'public'
      and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = t.tablename)`,
  'every table in public says what it is': `
    select c.relname as found from pg_class c where c.relnamespace = 'public'::regnamespace
      and c.relkind = 'r' and obj_description(c.oid) is null`,
  'every table has a primary key': `
    select c.relname as found from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind = 'r'
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
  'every foreign key is indexed': `
    select k.conname as found from pg_constraint k
    where k.contype = 'f' and k.connamespace in ('public'::regnamespace, 'private'::regnamespace)
      and not exists (
        select from pg_index i where i.indrelid = k.conrelid
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] <@ k.conkey)`,
  'every function has a fixed search path': `
    select p.proname as found from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and not coalesce(p.proconfig @> array['search_path=""'], false)`,
  'policies ask for auth.uid() once a query, not once a row': `
    select tablename || ': ' || policyname as found from pg_policies
    where schemaname in ('public', 'storage')
      and regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), '\\( SELECT auth\\.uid\\(\\)', '', 'g') ~ 'auth\\.uid'`,
  'policies name whom they are for': `
    select tablename || ': ' || policyname as found from pg_policies
    where schemaname = 'public' and roles = '{public}'`,
  'policies never trust the claims of a token': `
    select tablename || ': ' || policyname as found from pg_policies
    where schemaname in ('public', 'storage') and coalesce(qual, '') || coalesce(with_check, '') ~ 'jwt|user_metadata'`,
  'nobody but definers reaches a private table': `
    select c.relname as found from pg_class c, unnest(array['anon', 'authenticated']) r, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
    where c.relnamespace = 'private'::regnamespace and c.relkind = 'r' and has_table_privilege(r, c.oid, p)`,
  'anon may execute only what a recorder needs': `
    select p.proname as found from pg_proc p
    where p.pronamespace = 'public'::regnamespace and has_function_privilege('anon', p.oid, 'EXECUTE')
      and p.proname not in ('recorder_terms', 'answer_consent', 'start_session', 'recording_standing', 'commit_chunk',
        'seal_session', 'discard_session', 'withdraw_recorded')`,
  'no two indexes are the same': `
    select a.indexrelid::regclass::text as found from pg_index a join pg_index b
      on a.indrelid = b.indrelid and a.indexrelid > b.indexrelid and a.indkey = b.indkey
      and a.indpred is not distinct from b.indpred
    where a.indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
  'no column measures a person': `
    select table_name || '.' || column_name as found from information_schema.columns
    where table_schema = 'public' and column_name ~ '(speed|rank|score|errors?_|per_hour|productivity|idle)'`,
};

for (const { kind, open } of testDatabases) {
  describe.skipIf(open === undefined)(`on ${kind}`, () => {
    let opened: TestDatabase;
    beforeAll(async () => {
      opened = await open!();
    });
    afterAll(() => opened?.close());

    test.each(Object.entries(rules))('%s', async (_name, query) => {
      expect(await opened.database.query(query)).toEqual([]);
    });

    test('append-only rows refuse to change', async () => {
      const triggers = await opened.database.query<{ name: string }>(
        `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
         where t.tgfoid = 'private.refuse_change'::regproc order by 1`,
      );
      expect(triggers.map((row) => row.name)).toEqual([
        'access_log',
        'annotation_edits',
        'annotation_revisions',
        'capture_policies',
        'consents',
        'intents',
        'label_sets',
        'reviews',
      ]);
    });
  });
}
