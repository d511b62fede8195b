import type { Database } from './open-database.ts';

/** What every Supabase project has before its first migration: roles, and their grants. */
export async function prepareDatabase(database: Database): Promise<void> {
  await database.script(roles);
  const [state] = await database.query<{ migrated: boolean }>(
    'select exists (select from supabase_migrations.schema_migrations) as migrated',
  );
  // Later, the migrations have the say about defaults.
  if (!state?.migrated) await database.script(defaults);
}

const roles = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin noinherit bypassrls;
  end if;
end $$;`;

const defaults = `
create schema if not exists extensions;
grant usage on schema public, auth, storage, extensions to anon, authenticated, service_role;
grant select, insert, update, delete on all tables in schema storage to anon, authenticated, service_role;
grant all on all tables in schema auth to service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;`;
