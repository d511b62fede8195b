/** A project in an embedded Supabase that may record given sites, and what was recorded for it. */
import { gunzipSync } from 'node:zlib';
import { connect } from '#data/supabase.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { startEmbedded, type Embedded } from '#tests/embedded.ts';

export interface StoredSession {
  readonly id: string;
  readonly state: string;
  readonly purposes: readonly string[];
  readonly gaps: readonly unknown[];
  readonly keystrokes: number;
}

export interface TestProject {
  readonly server: Embedded;
  /** As the workbench shows it for the extension. */
  readonly connectionLine: string;
  /** Newest first. */
  readonly sessions: () => Promise<readonly StoredSession[]>;
  /** What lies in Storage for a session. */
  readonly objectsOf: (session: string) => Promise<readonly unknown[]>;
  /** All events of a session, by tab. */
  readonly eventsOf: (session: string) => Promise<Map<number, RecordedEvent[]>>;
}

/** `sites` is asked once the server's own address is known. */
export async function openProject(
  sites: (workbench: string) => readonly string[],
): Promise<TestProject> {
  const server = await startEmbedded();
  const admin = connect(server.url, server.keys.publishableKey);
  const call = async (name: string, values: object): Promise<unknown> => {
    const { data, error } = await admin.rpc(name, values);
    if (error) throw new Error(`${name}: ${error.message}`);
    return data;
  };
  await admin.auth.signUp({ email: 'admin@example.test', password: 'a long enough password' });
  const project = await call('create_project', { p_name: 'Order desk', p_slug: 'order-desk' });
  await call('publish_notice', {
    p_project: project,
    p_text: 'We record how orders are entered, to teach a model to do it. Only the team sees it.',
    p_purposes: ['training', 'research'],
  });
  const allowed = sites(server.url);
  const recorderKey = await call('create_recorder_key', {
    p_project: project,
    p_name: 'extension',
    p_sites: allowed,
  });
  const { publishableKey: key } = server.keys;
  return {
    server,
    connectionLine: JSON.stringify({ url: server.url, key, recorderKey, sites: allowed }),
    sessions: () =>
      server.query<StoredSession>(
        'select id, state, purposes, gaps, keystrokes from public.sessions order by added_at desc',
      ),
    objectsOf: (session) =>
      server.query('select name from storage.objects where name like $1', [`${session}/%`]),
    eventsOf: (session) => readEvents(server, session),
  };
}

async function readEvents(
  server: Embedded,
  session: string,
): Promise<Map<number, RecordedEvent[]>> {
  const chunks = await server.query<{ tab: number; path: string }>(
    'select tab, path from public.chunks where session_id = $1 order by tab, seq',
    [session],
  );
  const byTab = new Map<number, RecordedEvent[]>();
  for (const { tab, path } of chunks) {
    const { secretKey } = server.keys;
    const answer = await fetch(`${server.url}/storage/v1/object/recordings/${path}`, {
      headers: { apikey: secretKey, authorization: `Bearer ${secretKey}` },
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();
    byTab.set(tab, [...(byTab.get(tab) ?? []), ...(JSON.parse(text) as RecordedEvent[])]);
  }
  return byTab;
}
