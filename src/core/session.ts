import type { ContributorId, ProjectId, SessionId, UserId } from './ids.ts';
import type { EpochMs, Ms, Span } from './time.ts';
import type { Gap, Outline } from './track.ts';

/** The newest recording format this code reads and writes. */
export const recordingFormat = 1;

export const sessionStates = ['recording', 'sealed', 'discarded', 'withdrawn'] as const;

/** `recording`: chunks still come. `sealed`: closed and readable. The other two: taken back. */
export type SessionState = (typeof sessionStates)[number];

/** Where a session stands on its way to episodes, told from its annotations. */
export type SessionProgress =
  'new' | 'in progress' | 'submitted' | 'changes requested' | 'approved' | 'rejected';

/** What a list shows of a session. */
export interface Session {
  readonly id: SessionId;
  readonly projectId: ProjectId;
  readonly contributorId: ContributorId;
  /** The contributor's pseudonym in this project. */
  readonly contributor: string;
  readonly state: SessionState;
  readonly origin: 'recorder' | 'import';
  readonly title: string;
  readonly startUrl: string;
  readonly startedAt: EpochMs;
  readonly addedAt: EpochMs;
  readonly durationMs: Ms;
  readonly events: number;
  readonly pages: number;
  readonly keystrokes: number;
  /** Events in up to 60 equal stretches of the session, for a sparkline. */
  readonly activity: readonly number[];
  readonly progress: SessionProgress;
  /** Who holds it now, and until when. */
  readonly heldBy?: UserId;
  readonly heldUntil?: EpochMs;
  /** Until then only the contributor may open it. */
  readonly previewUntil?: EpochMs;
}

/** One immutable slice of a session's events, as the reader is told of it. */
export interface ChunkRef extends Span {
  readonly tab: number;
  readonly seq: number;
  readonly events: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Object name in the bucket `recordings`. */
  readonly path: string;
  /** The page right before the chunk's first event, where it was kept. */
  readonly keyframe?: KeyframeRef;
}

/** A stored keyframe: gzip over a JSON array of rrweb events, an address and a snapshot first. A
 * `_cssText` that is `sha256:` and the hash of one of `sheets` stands for that sheet's text. */
export interface KeyframeRef extends ObjectRef {
  readonly sheets: readonly ObjectRef[];
}

/** An object in the bucket `recordings`, gzipped; a style sheet's is named by the hash of its text. */
export interface ObjectRef {
  readonly path: string;
  readonly sha256: string;
  readonly bytes?: number;
}

/** How an imported file was mended so that it can be replayed, in words. */
export interface Repair {
  readonly kind:
    'reordered' | 'deduplicated' | 'meta-added' | 'clock-jump' | 'dropped' | 'renumbered';
  readonly count: number;
  readonly sentence: string;
}

/** What `open_session` yields to someone who may read the session; its tracks come after. */
export interface OpenedSession {
  readonly session: Session;
  readonly chunks: readonly ChunkRef[];
  readonly outline: Outline;
  readonly gaps: readonly Gap[];
  readonly repairs: readonly Repair[];
}
