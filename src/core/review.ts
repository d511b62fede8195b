import type { AnnotationId, ReviewId, UserId } from './ids.ts';
import type { EpochMs } from './time.ts';

export const decisions = ['approve', 'request changes', 'reject'] as const;
export type Decision = (typeof decisions)[number];

/** A reviewer's decision on one revision of an annotation. */
export interface Review {
  readonly id: ReviewId;
  readonly annotationId: AnnotationId;
  readonly revision: number;
  readonly reviewerId: UserId;
  readonly reviewerName: string;
  readonly decision: Decision;
  /** Why; required unless it approves. */
  readonly comment: string;
  readonly decidedAt: EpochMs;
}
