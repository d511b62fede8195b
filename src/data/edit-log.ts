import type { AnnotationId } from '#core/ids.ts';
import type { LogEntry, LogTail } from '#core/log-entry.ts';
import { epochMs } from '#core/time.ts';
import { wholeEntry } from '#core/whole-entry.ts';
import { settle } from './call.ts';
import type { Supabase } from './supabase.ts';

export interface LogRow {
  readonly seq: number;
  readonly edit: LogEntry;
  readonly at: string;
}

const kinds: readonly string[] = [
  'add task',
  'remove task',
  'change task',
  'label action',
  'add not work',
  'remove not work',
  'mark',
  'together',
  'undo',
  'redo',
] satisfies readonly LogEntry['kind'][];

/** In order, up to number `until`. What lies before an entry that is no edit, such as a move to other
 * labels, is out of reach for undo and left out. */
export function logFromRows(rows: readonly LogRow[], until: number): LogTail {
  const from = rows.findLastIndex(({ edit }) => !kinds.includes(edit.kind)) + 1;
  const readable = rows.slice(from);
  return {
    from: readable[0]?.seq ?? until,
    entries: readable.map(({ edit, at }) => ({ ...wholeEntry(edit), at: epochMs(Date.parse(at)) })),
  };
}

/** A stretch of an annotation's log, and in which window each entry was made, where that is known. */
export interface LogPage extends LogTail {
  readonly madeIn: readonly (string | undefined)[];
}

const pageLength = 500;

/** The entries before number `before`, for their annotator alone. */
export async function readLog(
  client: Supabase,
  annotation: AnnotationId,
  before: number,
): Promise<LogPage> {
  const rows = (await settle(
    client
      .from('annotation_edits')
      .select('seq, edit, at, made_in')
      .eq('annotation_id', annotation)
      .lt('seq', before)
      .gte('seq', before - pageLength)
      .order('seq'),
  )) as unknown as (LogRow & { readonly made_in: string | null })[];
  const log = logFromRows(rows, before);
  const madeIn = rows
    .slice(rows.length - log.entries.length)
    .map((row) => row.made_in ?? undefined);
  return { ...log, madeIn };
}
