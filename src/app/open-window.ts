/** What a window needs to edit an annotation: a name, a drawer for unsaved work, and the pen. */
import type { Annotation } from '#core/annotation.ts';
import { openKeeper } from '#draft/browser-keeper.ts';
import type { WorkKeeper } from '#draft/kept-work.ts';
import type { PenState } from '#draft/pen.svelte.ts';
import { takePen } from '#data/pens.ts';
import type { Supabase } from '#data/supabase.ts';
import { makeTaskId } from './make-task-id.ts';

export interface OpenedWindow {
  /** Names this window. */
  readonly window: string;
  /** The windows of this browser that edited the annotation and are gone. */
  readonly gone: readonly string[];
  readonly keeper: WorkKeeper | undefined;
  /** Why this browser keeps nothing, where it doesn't. */
  readonly notKept: string | undefined;
  readonly pen: PenState;
  /** Whether the server said who has the pen; else it is only likely. */
  readonly isAsked: boolean;
}

/** `ask` is how the pen is asked for; what was read ahead is shown without. */
export async function openWindow(
  { id, edits, status, savedAt }: Annotation,
  ask?: Supabase,
): Promise<OpenedWindow> {
  const keeper = await openBrowserKeeper(id);
  const window = keeper?.window ?? makeTaskId();
  // Without an answer, the first edit that is saved shows who has it.
  const likely: PenState = { isMine: true, takenAt: savedAt, savedAt, edits, status };
  const gone = keeper?.gone ?? [];
  const pen = await (ask && takePen(ask, id, { window, gone }).catch(() => undefined));
  const notKept = keeper
    ? undefined
    : 'This browser lets the page keep nothing. Keep this window open until all is saved.';
  return { window, gone, keeper, notKept, pen: pen ?? likely, isAsked: pen !== undefined };
}

async function openBrowserKeeper(id: Annotation['id']) {
  try {
    const { indexedDB: databases, navigator, localStorage: storage } = window;
    const now = () => Date.now();
    const { locks } = navigator;
    return await openKeeper(id, { databases, storage, locks, makeId: makeTaskId, now });
  } catch {
    return undefined;
  }
}
