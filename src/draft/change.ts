import type { Edit } from '#core/edit.ts';
import type { DatedEntry, LogEntry } from '#core/log-entry.ts';

/** An entry of the log with what it changes, which of an undo only the log before it tells. */
export interface Change {
  readonly entry: DatedEntry;
  readonly effect: Edit;
}

/** The entry as it is stored. */
export function entryOf({ entry }: Change): LogEntry {
  const stored: Record<string, unknown> = { ...entry };
  delete stored['at'];
  return stored as unknown as LogEntry;
}
