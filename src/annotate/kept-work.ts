/** What this browser keeps of an annotation so that a crash or reload loses nothing, and what to
 * make of it when the annotation is opened again. */

import type { Annotation } from '#core/annotation.ts';
import { canEdit } from '#core/annotation.ts';
import { applyEdit, invertEdit, type Edit } from '#core/edit.ts';
import type { Task } from '#core/task.ts';
import type { Ms } from '#core/time.ts';
import { noHistory, type EditHistory } from './edit-history.ts';

export interface KeptWork {
  /** The number of the first edit in `unsaved`. */
  readonly from: number;
  readonly unsaved: readonly Edit[];
  /** How many of `unsaved` were sent without an answer yet, and so may be stored. */
  readonly sending: number;
  readonly tasks: readonly Task[];
  readonly history: EditHistory;
  readonly marking?: Ms;
}

/** A drawer for one annotation's kept work. */
export interface WorkKeeper {
  readonly found: KeptWork | undefined;
  keep(work: KeptWork): void;
  close(): void;
}

export interface OpenedWork extends KeptWork {
  /** The tasks that are stored once the edits before `from` are. */
  readonly base: readonly Task[];
  /** The unsaved edits don't fit what is stored, so they can't simply be sent. */
  readonly conflict?: true;
}

/** Takes up kept work where it fits what is stored; where it doesn't, it is kept and told. */
export function takeUp(annotation: Annotation, kept: KeptWork | undefined): OpenedWork {
  const stored = storedWork(annotation);
  if (kept === undefined) return stored;
  if (kept.unsaved.length === 0)
    return kept.from === annotation.edits && canEdit(annotation)
      ? { ...kept, tasks: annotation.tasks, base: annotation.tasks }
      : stored;
  if (canEdit(annotation)) {
    const sent = kept.unsaved.slice(0, kept.sending);
    if (kept.from === annotation.edits && fits(annotation.tasks, kept.unsaved))
      return { ...kept, sending: 0, base: annotation.tasks };
    if (kept.from + sent.length === annotation.edits) {
      const base = undone(annotation.tasks, sent);
      if (base && fits(base, kept.unsaved)) return { ...kept, base };
    }
  }
  return { ...kept, base: annotation.tasks, conflict: true };
}

export function storedWork({ edits, tasks }: Annotation): OpenedWork {
  return { from: edits, unsaved: [], sending: 0, tasks, base: tasks, history: noHistory };
}

function fits(tasks: readonly Task[], edits: readonly Edit[]): boolean {
  return attempt(() => edits.reduce(applyEdit, tasks)) !== undefined;
}

function undone(tasks: readonly Task[], edits: readonly Edit[]): readonly Task[] | undefined {
  return attempt(() => [...edits].reverse().map(invertEdit).reduce(applyEdit, tasks));
}

function attempt(make: () => readonly Task[]): readonly Task[] | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
