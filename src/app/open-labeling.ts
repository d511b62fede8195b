/** Opens a session for labeling: the session itself, the annotator's annotation and its labels. */
import type { Annotation } from '#core/annotation.ts';
import type { SessionId } from '#core/ids.ts';
import type { LabelSet } from '#core/label-set.ts';
import { openKeeper } from '#annotate/browser-keeper.ts';
import type { WorkKeeper } from '#annotate/kept-work.ts';
import { beginAnnotation } from '#data/annotations.ts';
import { getLabelSet } from '#data/label-sets.ts';
import { openSession } from '#data/sessions.ts';
import type { Supabase } from '#data/supabase.ts';
import { makeTaskId } from './make-task-id.ts';
import { readObjects } from './read-objects.ts';
import { Workspace } from './workspace.svelte.ts';

export interface OpenedLabeling {
  readonly workspace: Workspace;
  readonly annotation: Annotation;
  readonly labels: LabelSet;
  readonly keeper: WorkKeeper | undefined;
}

export async function openLabeling(client: Supabase, session: SessionId): Promise<OpenedLabeling> {
  const opened = await openSession(client, session, 'annotator');
  const annotation = await beginAnnotation(client, session);
  const [labels, keeper] = await Promise.all([
    getLabelSet(client, annotation.labelSetId),
    openBrowserKeeper(annotation),
  ]);
  const workspace = new Workspace(opened, readObjects(client, session, 'annotator'));
  return { workspace, annotation, labels, keeper };
}

/** A browser that keeps nothing still labels; only a crash would then cost the last second. */
async function openBrowserKeeper({ id }: Annotation): Promise<WorkKeeper | undefined> {
  try {
    const { localStorage: storage, navigator } = window;
    return await openKeeper(id, { storage, locks: navigator.locks, makeId: makeTaskId });
  } catch {
    return undefined;
  }
}
