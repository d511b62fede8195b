import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { connect } from '#data/supabase.ts';
import { findPostgres, startPostgres, type RunningPostgres } from '../postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

const first = `
create table public.notes (id int primary key, text text not null);
alter table public.notes enable row level security;
create policy "all read" on public.notes for select to anon using (true);
grant select on public.notes to anon;
comment on table public.notes is 'It''s; a "table".';
create function public.shout(t text) returns text language sql as $$ select upper(t) || ';' $$;
insert into public.notes values (1, 'one; two');
insert into storage.buckets (id, name) values ('box', 'box');`;

describe.each(['pglite', 'postgres'] as const)('on %s', (kind) => {
  describe.skipIf(kind === 'postgres' && !findPostgres())('', () => {
    const folder = temporaryFolder();
    const migrationsDir = join(folder, 'migrations');
    let postgres: RunningPostgres | undefined;
    let steps: string[] = [];

    const put = (name: string, text: string) => writeFileSync(join(migrationsDir, name), text);
    const start = async (): Promise<RunningServer> => {
      steps = [];
      return startServer({
        dataDir: join(folder, 'data'),
        host: '127.0.0.1',
        port: 0,
        demo: false,
        databaseUrl: postgres?.url,
        webDir: folder,
        migrationsDir,
        onProgress: (step) => steps.push(step),
      });
    };
    const applied = () => steps.filter((step) => step.startsWith('Applying'));

    beforeAll(async () => {
      mkdirSync(migrationsDir);
      put('20260101000000_notes.sql', first);
      if (kind === 'postgres') postgres = await startPostgres();
    });
    afterAll(() => postgres?.stop());

    test('a new file is applied once, seen at once, and recorded as the Supabase CLI does', async () => {
      const server = await start();
      expect(applied()).toEqual(['Applying 20260101000000_notes.sql']);
      const client = connect(server.url, server.keys.publishableKey);
      expect((await client.from('notes').select()).data).toEqual([{ id: 1, text: 'one; two' }]);
      expect((await client.rpc('shout', { t: 'a' })).data).toBe('A;');
      const rows = 'select version, name, statements from supabase_migrations.schema_migrations';
      expect(await server.query(rows)).toEqual([
        { version: '20260101000000', name: 'notes', statements: [first] },
      ]);
      await server.stop();

      const again = await start();
      expect(applied()).toEqual([]);
      await again.stop();
    });

    test('later tables get what the migrations grant, also after a restart', async () => {
      put(
        '20260102000000_closed.sql',
        `alter default privileges in schema public revoke all on tables from anon, authenticated;
         create table public.closed (id int);`,
      );
      await (await start()).stop();
      put('20260103000000_more.sql', 'create table public.more (id int);');
      const server = await start();
      expect(applied()).toEqual(['Applying 20260103000000_more.sql']);
      const granted = await server.query(
        `select grantee, table_name from information_schema.role_table_grants
         where table_schema = 'public' and table_name in ('closed', 'more')
           and grantee in ('anon', 'authenticated')`,
      );
      expect(granted).toEqual([]);
      await server.stop();
    });

    test('a file that fails leaves nothing behind', async () => {
      put('20260104000000_bad.sql', 'create table public.half (id int); select 1 / 0;');
      await expect(start()).rejects.toThrow(
        /^The migration 20260104000000_bad\.sql failed: .*division by zero/,
      );
      rmSync(join(migrationsDir, '20260104000000_bad.sql'));
      const server = await start();
      expect(await server.query("select to_regclass('public.half') as it")).toEqual([{ it: null }]);
      await server.stop();
    });

    test('a file changed after it was applied is told; one kept by the CLI in pieces is not', async () => {
      const server = await start();
      await server.query(
        `update supabase_migrations.schema_migrations
         set statements = string_to_array(statements[1], ';') where version = '20260103000000'`,
      );
      await server.stop();
      await (await start()).stop();
      put('20260103000000_more.sql', 'create table public.more (id bigint);');
      await expect(start()).rejects.toThrow(
        'The migration 20260103000000_more.sql was changed after it was applied to this database.',
      );
    });

    test('a database from a newer version is told', async () => {
      rmSync(join(migrationsDir, '20260103000000_more.sql'));
      await expect(start()).rejects.toThrow(
        'This database has the migration 20260103000000, which this version of Tasktape does not know.',
      );
    });
  });
});
