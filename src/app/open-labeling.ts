/** Opens a session for labeling: the session itself, the annotator's annotation and its labels. */
import type { Annotation } from '#core/annotation.ts';
import type { SessionId } from '#core/ids.ts';
import type { LabelSet } from '#core/label-set.ts';
import { openKeeper } from '#draft/browser-keeper.ts';
import type { WorkKeeper } from '#draft/kept-work.ts';
import { beginLabeling } from '#data/annotations.ts';
import type { Supabase } from '#data/supabase.ts';
import { makeTaskId } from './make-task-id.ts';
import { openWorkspace } from './open-workspace.ts';
import { startOf, type Place } from './place-keeper.ts';
import { SessionReading } from './session-reading.ts';
import type { Workspace } from './workspace.svelte.ts';

export interface OpenedLabeling {
  readonly workspace: Workspace;
  readonly annotation: Annotation;
  readonly labels: LabelSet;
  readonly keeper: WorkKeeper | undefined;
}

export async function openLabeling(
  client: Supabase,
  session: SessionId,
  place: Place,
): Promise<OpenedLabeling> {
  const reading = new SessionReading(client, session, 'annotator');
  const opening = openWorkspace(reading, startOf(place));
  const beginning = beginLabeling(client, session);
  // Where both are refused, the session's own reason is told.
  beginning.catch(() => undefined);
  const workspace = await opening;
  const { annotation, labels } = await beginning;
  return { workspace, annotation, labels, keeper: await openBrowserKeeper(annotation) };
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
