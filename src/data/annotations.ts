import type { Annotation, AnnotationStatus } from '#core/annotation.ts';
import type { Content } from '#core/content.ts';
import {
  isUuid,
  type AnnotationId,
  type LabelSetId,
  type ProjectId,
  type SessionId,
  type UserId,
} from '#core/ids.ts';
import type { LogEntry } from '#core/log-entry.ts';
import type { Decision, Review } from '#core/review.ts';
import type { LabelSet } from '#core/label-set.ts';
import { epochMs, type EpochMs } from '#core/time.ts';
import { call, settle } from './call.ts';
import { contentFromRow, contentToRow, type ContentRow } from './content-row.ts';
import { Failure } from './failure.ts';
import { logFromRows, type LogRow } from './edit-log.ts';
import { labelSetFromRow, type LabelSetRow } from './label-sets.ts';
import { namesOf } from './projects.ts';
import { reviewFromRow, type ReviewRow } from './review-row.ts';
import type { Supabase } from './supabase.ts';

/** An annotation and the labels it is written in. */
export interface LabeledAnnotation {
  readonly annotation: Annotation;
  readonly labels: LabelSet;
}

export interface DeskRow extends ContentRow {
  readonly annotation: {
    readonly id: string;
    readonly session_id: string;
    readonly annotator_id: string;
    readonly label_set_id: string;
    readonly status: AnnotationStatus;
    readonly revision: number;
    readonly edits: number;
    readonly saved_at: string;
    readonly marking_ms: number | null;
  };
  readonly log: readonly LogRow[];
  readonly reviews: readonly ReviewRow[];
  /** By the id of a person. */
  readonly names: Readonly<Record<string, string>>;
  readonly label_set: LabelSetRow;
}

/** The signed-in annotator's annotation of a session they hold; made empty when there is none. */
export async function beginLabeling(
  client: Supabase,
  session: SessionId,
): Promise<LabeledAnnotation> {
  return labeledFromDesk(await call<DeskRow>(client, 'begin_labeling', { p_session: session }));
}

export async function getAnnotation(
  client: Supabase,
  id: AnnotationId,
): Promise<LabeledAnnotation> {
  const row = isUuid(id)
    ? await call<DeskRow | null>(client, 'annotation_desk', { p_annotation: id })
    : null;
  if (row === null)
    throw new Failure('missing', 'There is no such annotation, or it is not yours to see.');
  return labeledFromDesk(row);
}

export function labeledFromDesk(desk: DeskRow): LabeledAnnotation {
  const { annotation: row, log, reviews, names, label_set } = desk;
  const nameOf = new Map(Object.entries(names) as [UserId, string][]);
  const annotation: Annotation = {
    id: row.id as AnnotationId,
    sessionId: row.session_id as SessionId,
    annotatorId: row.annotator_id as UserId,
    annotatorName: nameOf.get(row.annotator_id as UserId) ?? 'unnamed',
    labelSetId: row.label_set_id as LabelSetId,
    status: row.status,
    revision: row.revision,
    edits: row.edits,
    ...contentFromRow(desk, row.marking_ms),
    log: logFromRows(log, row.edits),
    reviews: reviews.map((each) => reviewFromRow(each, nameOf)),
    savedAt: epochMs(Date.parse(row.saved_at)),
  };
  return { annotation, labels: labelSetFromRow(label_set) };
}

/** What a save answered: how many edits are stored now. */
export interface Saved {
  readonly edits: number;
  readonly savedAt: EpochMs;
}

/**
 * Appends `edits` as numbers `from`, `from + 1` … and stores what is said after them, all or nothing.
 * Sending the same again is harmless. Throws `conflict` when someone else saved meanwhile, `held` when
 * another window has the pen.
 */
export async function saveEdits(
  client: Supabase,
  { annotation, window }: { readonly annotation: AnnotationId; readonly window?: string },
  from: number,
  edits: readonly LogEntry[],
  content: Content,
): Promise<Saved> {
  const saved = await call<{ edits: number; saved_at: string }>(client, 'save_edits', {
    p_annotation: annotation,
    p_from: from,
    p_edits: edits,
    p_content: contentToRow(content),
    p_window: window ?? null,
  });
  return { edits: saved.edits, savedAt: epochMs(Date.parse(saved.saved_at)) };
}

/** Hands the annotation to review; answers the revision. `edits` guards against unsaved work. */
export async function submitAnnotation(
  client: Supabase,
  annotation: AnnotationId,
  edits: number,
): Promise<number> {
  return call<number>(client, 'submit_annotation', { p_annotation: annotation, p_edits: edits });
}

/** A reviewer's decision on exactly this revision. */
export async function decideReview(
  client: Supabase,
  annotation: AnnotationId,
  revision: number,
  decision: Decision,
  comment: string,
): Promise<Review['id']> {
  return call<Review['id']>(client, 'decide_review', {
    p_annotation: annotation,
    p_revision: revision,
    p_decision: decision,
    p_comment: comment,
  });
}

/** One line of the review queue. */
export interface Submission {
  readonly annotationId: AnnotationId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly annotatorId: UserId;
  readonly annotatorName: string;
  readonly status: AnnotationStatus;
  readonly revision: number;
  readonly tasks: number;
  readonly submittedAt: EpochMs;
}

/** Everything that was ever submitted in a project and the signed-in person may see, oldest first. */
export async function listSubmissions(client: Supabase, project: ProjectId): Promise<Submission[]> {
  const rows = (await settle(
    client
      .from('annotations')
      .select(
        'id, session_id, annotator_id, status, revision, submitted_at, sessions!inner(title, start_url, project_id), tasks(id)',
      )
      .eq('sessions.project_id', project)
      .gt('revision', 0)
      .order('submitted_at'),
  )) as unknown as {
    id: string;
    session_id: string;
    annotator_id: string;
    status: AnnotationStatus;
    revision: number;
    submitted_at: string;
    sessions: { title: string; start_url: string };
    tasks: { id: string }[];
  }[];
  const names = await namesOf(client, [...new Set(rows.map((row) => row.annotator_id as UserId))]);
  return rows.map((row) => ({
    annotationId: row.id as AnnotationId,
    sessionId: row.session_id as SessionId,
    sessionTitle: row.sessions.title || row.sessions.start_url,
    annotatorId: row.annotator_id as UserId,
    annotatorName: names.get(row.annotator_id as UserId) ?? 'unnamed',
    status: row.status,
    revision: row.revision,
    tasks: row.tasks.length,
    submittedAt: epochMs(Date.parse(row.submitted_at)),
  }));
}
