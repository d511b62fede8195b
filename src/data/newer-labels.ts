import type { AnnotationId, LabelSetId, TaskId } from '#core/ids.ts';
import { call } from './call.ts';
import type { Supabase } from './supabase.ts';

/** What becomes of one task's intent under newer labels. */
export interface IntentMove {
  readonly taskId: TaskId;
  readonly from: string;
  /** Absent where it was left out. */
  readonly to?: string;
  readonly retired: boolean;
}

/** A version of the labels that was published after an annotation was begun. */
export interface NewerLabels {
  readonly id: LabelSetId;
  readonly version: number;
  readonly note: string;
  /** In order of start; tasks without an intent are left out. */
  readonly moves: readonly IntentMove[];
}

interface NewerRow {
  readonly label_set_id: string;
  readonly version: number;
  readonly note: string;
  readonly tasks: readonly {
    readonly task_id: string;
    readonly from: string;
    readonly to: string | null;
    readonly retired: boolean | null;
  }[];
}

/** What moving a draft to the newest labels would change; `undefined` where it can't or needn't be. */
export async function newerLabels(
  client: Supabase,
  annotation: AnnotationId,
): Promise<NewerLabels | undefined> {
  const row = await call<NewerRow | null>(client, 'newer_labels', { p_annotation: annotation });
  return row?.label_set_id !== undefined
    ? {
        id: row.label_set_id as LabelSetId,
        version: row.version,
        note: row.note,
        moves: row.tasks.map(({ task_id, from, to, retired }) => ({
          taskId: task_id as TaskId,
          from,
          ...(to !== null && { to }),
          retired: retired === true,
        })),
      }
    : undefined;
}

/** Moves a draft to the newest labels. `edits` guards against unsaved work; answers the new count. */
export async function moveToLabels(
  client: Supabase,
  annotation: AnnotationId,
  edits: number,
  labels: LabelSetId,
  window: string,
): Promise<number> {
  return call<number>(client, 'move_annotation', {
    p_annotation: annotation,
    p_edits: edits,
    p_label_set: labels,
    p_window: window,
  });
}
