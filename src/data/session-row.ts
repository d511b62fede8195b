import type { ContributorId, ProjectId, SessionId, UserId } from '#core/ids.ts';
import type { Repair, Session, SessionProgress, SessionState } from '#core/session.ts';
import { epochMs, ms } from '#core/time.ts';
import type { Gap } from '#core/track.ts';

/** A row of `sessions`, with the pseudonym and the live lease joined on. */
export interface SessionRow {
  readonly id: string;
  readonly project_id: string;
  readonly contributor_id: string;
  readonly state: SessionState;
  readonly origin: Session['origin'];
  readonly title: string;
  readonly start_url: string;
  readonly started_at: string;
  readonly added_at: string;
  readonly duration_ms: number | null;
  readonly events: number;
  readonly pages: number;
  readonly keystrokes: number;
  readonly activity: number[];
  readonly progress: SessionProgress;
  readonly queue_from: string | null;
  readonly gaps: Gap[];
  readonly repairs: Repair[];
}

export const sessionColumns =
  'id, project_id, contributor_id, state, origin, title, start_url, started_at, added_at, duration_ms, events, pages, keystrokes, activity, progress, queue_from';

export interface Lease {
  readonly session_id: string;
  readonly annotator_id: string;
  readonly leased_until: string;
}

export function sessionFromRow(
  row: Omit<SessionRow, 'gaps' | 'repairs'>,
  contributor: string,
  lease?: Lease,
): Session {
  return {
    id: row.id as SessionId,
    projectId: row.project_id as ProjectId,
    contributorId: row.contributor_id as ContributorId,
    contributor,
    state: row.state,
    origin: row.origin,
    title: row.title,
    startUrl: row.start_url,
    startedAt: epochMs(Date.parse(row.started_at)),
    addedAt: epochMs(Date.parse(row.added_at)),
    durationMs: ms(Number(row.duration_ms ?? 0)),
    events: Number(row.events),
    pages: row.pages,
    keystrokes: row.keystrokes,
    activity: row.activity,
    progress: row.progress,
    ...(row.queue_from && { previewUntil: epochMs(Date.parse(row.queue_from)) }),
    ...(lease && {
      heldBy: lease.annotator_id as UserId,
      heldUntil: epochMs(Date.parse(lease.leased_until)),
    }),
  };
}
