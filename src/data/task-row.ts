import type { IntentId, TaskId } from '#core/ids.ts';
import type { EdgeOrigin, Outcome, Task, TaskFlag } from '#core/task.ts';
import { ms } from '#core/time.ts';

export interface TaskRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly starts_ms: number;
  readonly ends_ms: number;
  readonly instruction: string;
  readonly intent_id: string | null;
  readonly outcome: Outcome | null;
  readonly flags: readonly TaskFlag[];
  readonly notes: string;
  readonly start_origin: EdgeOrigin;
  readonly end_origin: EdgeOrigin;
  readonly suggester: string | null;
  readonly suggestion_certainty: number | null;
}

export function taskFromRow(row: TaskRow): Task {
  return {
    id: row.id as TaskId,
    ...(row.parent_id && { parentId: row.parent_id as TaskId }),
    startsMs: ms(Number(row.starts_ms)),
    endsMs: ms(Number(row.ends_ms)),
    instruction: row.instruction,
    ...(row.intent_id && { intentId: row.intent_id as IntentId }),
    ...(row.outcome && { outcome: row.outcome }),
    flags: row.flags,
    notes: row.notes,
    startOrigin: row.start_origin,
    endOrigin: row.end_origin,
    ...(row.suggester !== null && {
      source: { suggester: row.suggester, certainty: Number(row.suggestion_certainty) },
    }),
  };
}

export function taskToRow(task: Task): TaskRow {
  return {
    id: task.id,
    parent_id: task.parentId ?? null,
    starts_ms: Math.round(task.startsMs),
    ends_ms: Math.round(task.endsMs),
    instruction: task.instruction,
    intent_id: task.intentId ?? null,
    outcome: task.outcome ?? null,
    flags: task.flags,
    notes: task.notes,
    start_origin: task.startOrigin,
    end_origin: task.endOrigin,
    suggester: task.source?.suggester ?? null,
    suggestion_certainty: task.source?.certainty ?? null,
  };
}
