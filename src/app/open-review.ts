/** Opens a submission for review: what was submitted, its session and its labels. */
import type { Annotation } from '#core/annotation.ts';
import type { AnnotationId } from '#core/ids.ts';
import type { LabelSet } from '#core/label-set.ts';
import { getAnnotation } from '#data/annotations.ts';
import { getLabelSet } from '#data/label-sets.ts';
import { openSession } from '#data/sessions.ts';
import type { Supabase } from '#data/supabase.ts';
import { readObjects } from './read-objects.ts';
import { Workspace } from './workspace.svelte.ts';

export interface OpenedReview {
  readonly workspace: Workspace;
  readonly annotation: Annotation;
  readonly labels: LabelSet;
}

export async function openReview(client: Supabase, id: AnnotationId): Promise<OpenedReview> {
  const annotation = await getAnnotation(client, id);
  const [opened, labels] = await Promise.all([
    openSession(client, annotation.sessionId, 'reviewer'),
    getLabelSet(client, annotation.labelSetId),
  ]);
  const fetchObject = readObjects(client, annotation.sessionId, 'reviewer');
  const workspace = new Workspace(opened, fetchObject);
  return { workspace, annotation, labels };
}
