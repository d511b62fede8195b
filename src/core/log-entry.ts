import type { Edit } from './edit.ts';
import type { EpochMs } from './time.ts';

/** One entry of an annotation's append-only log; they are numbered from 0. An undo and a redo name the
 * last entry of the step they take back or do again. */
export type LogEntry =
  /** `continues`: belongs to the same step as the entry before it, and is undone with it. */
  | (Edit & { readonly continues?: true })
  | { readonly kind: 'undo'; readonly of: number }
  | { readonly kind: 'redo'; readonly of: number };

/** An entry and when it was made. */
export type DatedEntry = LogEntry & { readonly at: EpochMs };

/** The end of a log, as far back as it was read. */
export interface LogTail {
  /** The number of the first of `entries`. */
  readonly from: number;
  readonly entries: readonly DatedEntry[];
}

/** The edit an entry is made of, without what the log says of it. */
export function editOf(entry: Exclude<LogEntry, { kind: 'undo' | 'redo' }>): Edit {
  const edit: Record<string, unknown> = { ...entry };
  delete edit['continues'];
  delete edit['at'];
  return edit as unknown as Edit;
}
