/** Opens a submission for review: what was submitted, its session and its labels. */
import type { Annotation } from '#core/annotation.ts';
import type { AnnotationId } from '#core/ids.ts';
import type { LabelSet } from '#core/label-set.ts';
import { getAnnotation } from '#data/annotations.ts';
import type { Supabase } from '#data/supabase.ts';
import { openWorkspace } from './open-workspace.ts';
import { startOf, toFirstTask, type Place } from './place-keeper.ts';
import { SessionReading } from './session-reading.ts';
import type { Workspace } from './workspace.svelte.ts';

export interface OpenedReview {
  readonly workspace: Workspace;
  readonly annotation: Annotation;
  readonly labels: LabelSet;
}

export async function openReview(
  client: Supabase,
  id: AnnotationId,
  place: Place,
): Promise<OpenedReview> {
  const { annotation, labels } = await getAnnotation(client, id);
  const reading = new SessionReading(client, annotation.sessionId, 'reviewer');
  const { tasks } = annotation;
  const workspace = await openWorkspace(reading, startOf(toFirstTask(place, tasks), tasks));
  return { workspace, annotation, labels };
}
