import type { AnnotationId, ReviewId, UserId } from '#core/ids.ts';
import type { Decision, Review } from '#core/review.ts';
import { epochMs } from '#core/time.ts';

export interface ReviewRow {
  readonly id: string;
  readonly annotation_id: string;
  readonly revision: number;
  readonly reviewer_id: string;
  readonly decision: Decision;
  readonly comment: string;
  readonly decided_at: string;
}

export function reviewFromRow(row: ReviewRow, names: ReadonlyMap<UserId, string>): Review {
  return {
    id: row.id as ReviewId,
    annotationId: row.annotation_id as AnnotationId,
    revision: row.revision,
    reviewerId: row.reviewer_id as UserId,
    reviewerName: names.get(row.reviewer_id as UserId) ?? 'a reviewer',
    decision: row.decision,
    comment: row.comment,
    decidedAt: epochMs(Date.parse(row.decided_at)),
  };
}
