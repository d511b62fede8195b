import type { ActionLabel } from '#core/action-label.ts';
import type { Content } from '#core/content.ts';
import type { NotWorkId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import { taskFromRow, taskToRow, type TaskRow } from './task-row.ts';

interface NotWorkRow {
  readonly id: string;
  readonly starts_ms: number;
  readonly ends_ms: number;
}

/** What is said of a session, as `save_edits` takes it and `annotation_desk` answers it. */
export interface ContentRow {
  readonly tasks: readonly TaskRow[];
  readonly action_labels: readonly ActionLabel[];
  readonly not_work: readonly NotWorkRow[];
}

export const contentFromRow = (
  { tasks, action_labels, not_work }: ContentRow,
  markingMs: number | null,
): Content => ({
  tasks: tasks.map(taskFromRow),
  actionLabels: action_labels,
  notWork: not_work.map(({ id, starts_ms, ends_ms }) => ({
    id: id as NotWorkId,
    startsMs: ms(Number(starts_ms)),
    endsMs: ms(Number(ends_ms)),
  })),
  ...(markingMs !== null && { marking: ms(Number(markingMs)) }),
});

export const contentToRow = ({ tasks, actionLabels, notWork, marking }: Content) => ({
  tasks: tasks.map(taskToRow),
  action_labels: actionLabels,
  not_work: notWork.map(({ id, startsMs, endsMs }) => ({
    id,
    starts_ms: Math.round(startsMs),
    ends_ms: Math.round(endsMs),
  })),
  marking_ms: marking ?? null,
});
