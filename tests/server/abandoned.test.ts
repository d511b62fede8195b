import { expect, test } from 'vitest';
import { startEmbedded } from '../embedded.ts';
import { temporaryFolder } from './temporary-folder.ts';

const leftBehind = `
  with project as (
    insert into public.projects (slug, name) values ('p1', 'P') returning id),
  notice as (
    insert into public.consent_notices (project_id, version, text, purposes)
    select id, 1, 'What and why', array['training'] from project returning id),
  contributor as (
    insert into public.contributors (project_id, pseudonym) select id, 'p-1' from project returning id),
  session as (
    insert into public.sessions (project_id, contributor_id, origin, purposes, notice_id, format, started_at, added_at)
    select p.id, c.id, 'recorder', array['training'], n.id, 1, now(), now() - make_interval(hours => age)
    from project p, contributor c, notice n, unnest(array[100, 1]) age returning id)
  insert into public.chunks (session_id, tab, seq, starts_ms, ends_ms, events, bytes, sha256, path, track, committed_at)
  select s.id, 0, 0, 0, 900, 5, 7, repeat('c', 64), s.id || '/0-0.json.gz',
    '{"pages": [], "keystrokes": [], "actions": [], "gaps": [], "activityFromMs": 0, "activity": [5]}',
    now()
  from session s`;

test('what a recorder left behind is closed when the server starts; what it is at stays open', async () => {
  const dataDir = temporaryFolder();
  const server = await startEmbedded({ dataDir });
  await server.query(leftBehind);
  await server.query(
    `update public.chunks set committed_at = now() - interval '90 hours'
     where session_id = (select id from public.sessions order by added_at limit 1)`,
  );
  await server.stop();

  const again = await startEmbedded({ dataDir });
  const sessions = await again.query(
    'select state, duration_ms::int, events::int, activity, gaps from public.sessions order by added_at',
  );
  await again.stop();
  expect(sessions).toEqual([
    {
      state: 'sealed',
      duration_ms: 901,
      events: 5,
      activity: [5],
      gaps: [{ startsMs: 900, endsMs: 901, reason: 'lost' }],
    },
    { state: 'recording', duration_ms: null, events: 0, activity: [], gaps: [] },
  ]);
});
