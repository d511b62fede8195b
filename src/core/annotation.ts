import type { Content } from './content.ts';
import type { AnnotationId, LabelSetId, SessionId, UserId } from './ids.ts';
import type { LogTail } from './log-entry.ts';
import type { Review } from './review.ts';
import type { EpochMs } from './time.ts';

export const annotationStatuses = [
  'draft',
  'submitted',
  'changes requested',
  'approved',
  'rejected',
] as const;

/** `draft` and `changes requested` can be edited by their annotator; the others by nobody. */
export type AnnotationStatus = (typeof annotationStatuses)[number];

/** One annotator's pass over one session. */
export interface Annotation extends Content {
  readonly id: AnnotationId;
  readonly sessionId: SessionId;
  readonly annotatorId: UserId;
  readonly annotatorName: string;
  readonly labelSetId: LabelSetId;
  readonly status: AnnotationStatus;
  /** Counts submissions: 0 before the first. */
  readonly revision: number;
  /** How many edits are saved; the next one to save has this number. */
  readonly edits: number;
  /** The latest of its edits, for undo and the history. */
  readonly log: LogTail;
  readonly reviews: readonly Review[];
  readonly savedAt: EpochMs;
}

export function canEdit(annotation: Pick<Annotation, 'status'>): boolean {
  return annotation.status === 'draft' || annotation.status === 'changes requested';
}
