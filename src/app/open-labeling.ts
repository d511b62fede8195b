/** Opens a session for labeling: the session itself, the annotator's annotation and its labels. */
import type { Annotation } from '#core/annotation.ts';
import type { ProjectId, SessionId } from '#core/ids.ts';
import type { LabelSet } from '#core/label-set.ts';
import { beginLabeling } from '#data/annotations.ts';
import { readNextAhead } from '#data/queue.ts';
import type { Supabase } from '#data/supabase.ts';
import type { Next } from '#queue/up-next.ts';
import { ms } from '#core/time.ts';
import { firstObjects } from './first-objects.ts';
import { openWindow, type OpenedWindow } from './open-window.ts';
import { openWorkspace } from './open-workspace.ts';
import { startOf, type Place } from './place-keeper.ts';
import { SessionReading } from './session-reading.ts';
import { Workspace } from './workspace.svelte.ts';

export interface OpenedLabeling extends OpenedWindow {
  readonly workspace: Workspace;
  readonly annotation: Annotation;
  readonly labels: LabelSet;
  /** Settles once the contributor is told; refused where the session is not theirs to open any more. */
  readonly entered: Promise<void>;
}

/** A session that is read, and not shown to anybody yet. */
export interface LabelingAhead {
  readonly isReserved: boolean;
  readonly reading: SessionReading;
  readonly workspace: Workspace;
  readonly annotation: Annotation;
  readonly labels: LabelSet;
}

/** Reserves the session that comes after the one at hand and reads it as far as its first page. */
export async function readLabelingAhead(
  client: Supabase,
  project: ProjectId,
  after: SessionId,
): Promise<Next<LabelingAhead> | undefined> {
  const next = await readNextAhead(client, project, after);
  if (next === undefined) return undefined;
  const { sessionId, opened, labeled, isReserved } = next;
  const reading = new SessionReading(client, sessionId, 'annotator');
  reading.fetchAhead(firstObjects(opened, ms(0)));
  const workspace = new Workspace(opened, reading);
  return { sessionId, value: { isReserved, reading, workspace, ...labeled } };
}

/** Shows what was read ahead, and waits for no server to do so. */
export async function enterLabeling(ahead: LabelingAhead): Promise<OpenedLabeling> {
  const { reading, workspace, annotation, labels } = ahead;
  const entered = reading.enter();
  // Whoever shows it asks what came of it.
  entered.catch(() => undefined);
  return { workspace, annotation, labels, entered, ...(await openWindow(annotation)) };
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
  const opened = await openWindow(annotation, client);
  return { workspace, annotation, labels, entered: Promise.resolve(), ...opened };
}
