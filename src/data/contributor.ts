import type { Access } from '#core/access.ts';
import type { ContributorId, SessionId } from '#core/ids.ts';
import type { Session } from '#core/session.ts';
import { epochMs } from '#core/time.ts';
import { call, settle } from './call.ts';
import { sessionColumns, sessionFromRow, type SessionRow } from './session-row.ts';
import type { Supabase } from './supabase.ts';

/** The sessions in which the signed-in person was recorded, newest first, withdrawn ones included. */
export async function listMySessions(client: Supabase): Promise<Session[]> {
  const mine = await settle(client.from('contributor_identities').select('contributor_id'));
  if (mine.length === 0) return [];
  const ids = mine.map((row) => row.contributor_id as string);
  const [contributors, rows] = await Promise.all([
    settle(client.from('contributors').select('id, pseudonym').in('id', ids)),
    settle(
      client
        .from('sessions')
        .select(sessionColumns)
        .in('contributor_id', ids)
        .neq('state', 'discarded')
        .order('started_at', { ascending: false }),
    ) as unknown as Promise<SessionRow[]>,
  ]);
  const pseudonyms = new Map(
    contributors.map((row) => [row.id as string, row.pseudonym as string]),
  );
  return rows.map((row) => sessionFromRow(row, pseudonyms.get(row.contributor_id) ?? ''));
}

/** Who opened, labeled, reviewed, exported or downloaded the signed-in person's sessions, newest first. */
export async function listMyAccessLog(client: Supabase): Promise<Access[]> {
  const rows = await call<
    {
      id: number;
      session_id: string;
      actor: string;
      role: string;
      act: string;
      purpose: string | null;
      reason: string | null;
      at: string;
    }[]
  >(client, 'my_access_log');
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id as SessionId,
    actor: row.actor,
    role: row.role as Access['role'],
    act: row.act as Access['act'],
    ...(row.purpose && { purpose: row.purpose }),
    ...(row.reason && { reason: row.reason }),
    at: epochMs(Date.parse(row.at)),
  }));
}

/** Takes one session back: unreadable at once, releases that hold it revoked. Can't be undone. */
export async function withdrawSession(client: Supabase, session: SessionId): Promise<void> {
  await call(client, 'withdraw_session', { p_session: session });
}

/** Ends the preview of one session early: from now on annotators and reviewers may open it. */
export async function shareSession(client: Supabase, session: SessionId): Promise<void> {
  await call(client, 'share_session', { p_session: session });
}

/** Ends all consent of one contributor and takes back every session of theirs. Can't be undone. */
export async function withdrawConsent(client: Supabase, contributor: ContributorId): Promise<void> {
  await call(client, 'withdraw_consent', { p_contributor: contributor });
}

/** Makes what was recorded under this token the signed-in person's own. */
export async function linkRecordings(client: Supabase, contributorToken: string): Promise<void> {
  await call(client, 'link_recordings', { p_contributor_token: contributorToken });
}
