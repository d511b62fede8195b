import type { Decline, DeclinedSession, Reason } from '#core/decline.ts';
import type { ProjectId, SessionId, UserId } from '#core/ids.ts';
import type { QueueStanding } from '#core/queue-standing.ts';
import type { OpenedSession } from '#core/session.ts';
import { epochMs, type EpochMs } from '#core/time.ts';
import { labeledFromDesk, type DeskRow, type LabeledAnnotation } from './annotations.ts';
import { call, settle } from './call.ts';
import { namesOf } from './projects.ts';
import { openedFromRow, type OpenedRow } from './sessions.ts';
import type { Supabase } from './supabase.ts';

interface StandingRow {
  readonly left_for_me: number;
  readonly left: number;
  readonly held: number;
  readonly next_free_at: string | null;
  readonly in_preview: number;
  readonly next_shared_at: string | null;
  readonly declined: number;
  readonly own: number;
  readonly done_by_me: number;
  readonly set_aside: number;
  readonly handed_in: number;
  readonly handed_in_by_me: number;
}

const timeOf = (text: string) => epochMs(Date.parse(text));

const standingFromRow = (row: StandingRow): QueueStanding => ({
  leftForMe: row.left_for_me,
  left: row.left,
  held: row.held,
  ...(row.next_free_at && { nextFreeAt: timeOf(row.next_free_at) }),
  inPreview: row.in_preview,
  ...(row.next_shared_at && { nextSharedAt: timeOf(row.next_shared_at) }),
  declined: row.declined,
  own: row.own,
  doneByMe: row.done_by_me,
  setAside: row.set_aside,
  handedIn: row.handed_in,
  handedInByMe: row.handed_in_by_me,
});

/** What the queue gives: a session, or why it has none. */
export type Claim =
  | { readonly kind: 'session'; readonly sessionId: SessionId }
  | { readonly kind: 'none'; readonly standing: QueueStanding };

/** The next session for the signed-in annotator, leased to them. `after` is the one at hand. */
export async function claimNextSession(
  client: Supabase,
  project: ProjectId,
  after?: SessionId,
): Promise<Claim> {
  const answer = await call<{ session_id: string } | (StandingRow & { session_id: null })>(
    client,
    'claim_next_session',
    { p_project: project, ...(after !== undefined && { p_after: after }) },
  );
  return answer.session_id === null
    ? { kind: 'none', standing: standingFromRow(answer) }
    : { kind: 'session', sessionId: answer.session_id as SessionId };
}

/** `since` is when the person's day began. */
export async function readQueueStanding(
  client: Supabase,
  project: ProjectId,
  since: EpochMs,
): Promise<QueueStanding> {
  return standingFromRow(
    await call<StandingRow>(client, 'queue_standing', {
      p_project: project,
      p_since: new Date(since).toISOString(),
    }),
  );
}

/** A session that is reserved, with all that opening and labeling it needs but its objects. */
export interface ReadAhead {
  readonly sessionId: SessionId;
  readonly opened: OpenedSession;
  readonly labeled: LabeledAnnotation;
  /** For being opened next; else the annotator holds it anyway. */
  readonly isReserved: boolean;
}

/** Reserves the session that comes after the one at hand. The contributor is told that it was read
 * ahead and not shown, until `enterSession`. */
export async function readNextAhead(
  client: Supabase,
  project: ProjectId,
  after: SessionId,
): Promise<ReadAhead | undefined> {
  const answer = await call<
    | { session_id: null }
    | { session_id: string; opened: OpenedRow; desk: DeskRow; reserved: boolean }
  >(client, 'read_ahead', { p_project: project, p_after: after });
  if (answer.session_id === null) return undefined;
  return {
    sessionId: answer.session_id as SessionId,
    opened: openedFromRow(answer.opened),
    labeled: labeledFromDesk(answer.desk),
    isReserved: answer.reserved,
  };
}

/** What was read ahead is being shown; the contributor is told. */
export async function enterSession(client: Supabase, session: SessionId): Promise<void> {
  await call(client, 'enter_session', { p_session: session });
}

/** Whether a session is still the caller's: `until` is when it lapses, or when whoever has it now
 * would give it back. */
export interface Renewal {
  readonly held: boolean;
  /** Somebody else has it, or has handed it in. */
  readonly taken: boolean;
  readonly until?: EpochMs;
}

export async function renewLease(client: Supabase, session: SessionId): Promise<Renewal> {
  const answer = await call<{ held: boolean; taken: boolean; until: string | null }>(
    client,
    'renew_lease',
    {
      p_session: session,
    },
  );
  return {
    held: answer.held,
    taken: answer.taken,
    ...(answer.until && { until: timeOf(answer.until) }),
  };
}

/** Gives a leased or reserved session back to the queue; saved work on it stays. */
export async function releaseSession(client: Supabase, session: SessionId): Promise<void> {
  await call(client, 'release_session', { p_session: session });
}

export type DeclineId = string & { readonly __id: 'decline' };

export async function declineSession(
  client: Supabase,
  session: SessionId,
  { kind, reason, words }: Reason & { readonly words: string },
): Promise<DeclineId> {
  return call<DeclineId>(client, 'decline_session', {
    p_session: session,
    p_kind: kind,
    p_reason: reason,
    p_words: words,
  });
}

/** False where somebody else has the session meanwhile; the decline is taken back all the same. */
export async function takeBackDecline(client: Supabase, decline: DeclineId): Promise<boolean> {
  return call<boolean>(client, 'take_back_decline', { p_decline: decline });
}

/** Ends all that is said against a session, and brings it back into the queue. */
export async function putBackSession(client: Supabase, session: SessionId): Promise<void> {
  await call(client, 'put_back_session', { p_session: session });
}

/** The sessions of a project that annotators declined, those that left the queue first. */
export async function listDeclinedSessions(
  client: Supabase,
  project: ProjectId,
): Promise<DeclinedSession[]> {
  const rows = (await settle(
    client
      .from('declines')
      .select(
        'session_id, annotator_id, kind, reason, words, at, sessions!inner(project_id, state, title, start_url, set_aside_at)',
      )
      .eq('sessions.project_id', project)
      .eq('sessions.state', 'sealed')
      .is('ended_at', null)
      .order('at'),
  )) as unknown as (Reason & {
    session_id: SessionId;
    annotator_id: UserId;
    words: string;
    at: string;
    sessions: { title: string; start_url: string; set_aside_at: string | null };
  })[];
  const names = await namesOf(client, [...new Set(rows.map((row) => row.annotator_id))]);
  const sessions = new Map<SessionId, DeclinedSession & { declines: Decline[] }>();
  for (const { session_id, annotator_id, at, sessions: session, kind, reason, words } of rows) {
    const aside = session.set_aside_at;
    const known = sessions.get(session_id) ?? {
      sessionId: session_id,
      title: session.title || session.start_url,
      ...(aside && { setAsideAt: timeOf(aside) }),
      declines: [],
    };
    sessions.set(session_id, known);
    known.declines.push({
      ...({ kind, reason } as Reason),
      words,
      by: names.get(annotator_id) ?? 'unnamed',
      at: timeOf(at),
    });
  }
  return [...sessions.values()].sort(
    (a, b) => Number(a.setAsideAt === undefined) - Number(b.setAsideAt === undefined),
  );
}

/** How the queue of a project works. */
export interface QueueRules {
  readonly annotationsPerSession: number;
  readonly declinesToSetAside: number;
}

export async function readQueueRules(client: Supabase, project: ProjectId): Promise<QueueRules> {
  const [row] = await settle(
    client
      .from('projects')
      .select('annotations_per_session, declines_to_set_aside')
      .eq('id', project),
  );
  return {
    annotationsPerSession: (row?.annotations_per_session as number | undefined) ?? 1,
    declinesToSetAside: (row?.declines_to_set_aside as number | undefined) ?? 2,
  };
}

export async function setQueueRules(
  client: Supabase,
  project: ProjectId,
  rules: QueueRules,
): Promise<void> {
  await call(client, 'set_queue_rules', {
    p_project: project,
    p_annotations: rules.annotationsPerSession,
    p_declines: rules.declinesToSetAside,
  });
}
