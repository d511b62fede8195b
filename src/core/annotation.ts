import type { AnnotationId, LabelSetId, SessionId, UserId } from './ids.ts';
import type { Review } from './review.ts';
import type { Task } from './task.ts';
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
export interface Annotation {
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
  readonly tasks: readonly Task[];
  readonly reviews: readonly Review[];
  readonly savedAt: EpochMs;
}

export function canEdit(annotation: Pick<Annotation, 'status'>): boolean {
  return annotation.status === 'draft' || annotation.status === 'changes requested';
}
