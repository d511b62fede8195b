/** What this browser keeps of an annotation so that a crash or reload loses nothing, and what to
 * make of it when the annotation is opened again. */

import { canEdit, type Annotation } from '#core/annotation.ts';
import { contentOf, type Content } from '#core/content.ts';
import { applyEdit } from '#core/edit.ts';
import type { LogTail } from '#core/log-entry.ts';
import { sameValue } from '#core/merge-edits.ts';
import { entryOf, type Change } from './change.ts';

export interface KeptWork {
  /** The number of the first edit in `unsaved`. */
  readonly from: number;
  /** What is said before them. */
  readonly base: Content;
  readonly unsaved: readonly Change[];
  /** How many of `unsaved` were sent without an answer yet, and so may be stored. */
  readonly sending: number;
}

/** A drawer for one annotation's kept work. */
export interface WorkKeeper {
  readonly found: KeptWork | undefined;
  /** Answers why it could not be kept, where it could not. */
  keep(work: KeptWork): Promise<string | undefined>;
  close(): void;
}

export interface OpenedWork extends KeptWork {
  readonly content: Content;
  readonly log: LogTail;
  /** The unsaved edits don't fit what is stored, so they can't simply be sent. */
  readonly conflict?: true;
}

/** Takes up kept work where it fits what is stored; where it doesn't, it is kept and told. */
export function takeUp(annotation: Annotation, kept: KeptWork | undefined): OpenedWork {
  const stored = storedWork(annotation);
  if (kept === undefined || kept.unsaved.length === 0) return stored;
  const left = notStored(annotation, kept);
  if (left?.unsaved.length === 0) return stored;
  const content = left && canEdit(annotation) && changed(stored.content, left.unsaved);
  if (left && content) {
    const entries = [...annotation.log.entries, ...left.unsaved.map(({ entry }) => entry)];
    const { from } = annotation.log.entries.length > 0 ? annotation.log : stored;
    return { ...stored, ...left, content, log: { from, entries } };
  }
  return {
    ...kept,
    content: changed(kept.base, kept.unsaved) ?? kept.base,
    log: { from: kept.from, entries: kept.unsaved.map(({ entry }) => entry) },
    conflict: true,
  };
}

export function storedWork(annotation: Annotation): OpenedWork {
  const content = contentOf(annotation);
  const { edits: from, log } = annotation;
  const known = log.entries.length > 0 ? log : { from, entries: [] };
  return { from, base: content, unsaved: [], sending: 0, content, log: known };
}

/** What of kept work is not stored yet; nothing where other edits stand in its place. */
function notStored(
  { edits, log }: Annotation,
  { from, unsaved, sending }: KeptWork,
): Pick<KeptWork, 'unsaved' | 'sending'> | undefined {
  const stored = Math.min(edits - from, unsaved.length);
  if (stored < 0) return undefined;
  const isMine = unsaved
    .slice(0, stored)
    .every((change, index) => isEntry(log, from + index, change));
  return isMine
    ? { unsaved: unsaved.slice(stored), sending: Math.max(0, sending - stored) }
    : undefined;
}

function isEntry({ from, entries }: LogTail, number: number, change: Change): boolean {
  const entry = entries[number - from];
  return entry !== undefined && sameValue({ ...entry, at: 0 }, { ...entryOf(change), at: 0 });
}

function changed(content: Content, changes: readonly Change[]): Content | undefined {
  try {
    return changes.map(({ effect }) => effect).reduce(applyEdit, content);
  } catch {
    return undefined;
  }
}
