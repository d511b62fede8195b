/** What this browser keeps of an annotation so that a crash or reload loses nothing, and what to
 * make of it when the annotation is opened again. */

import type { Annotation } from '#core/annotation.ts';
import { canEdit } from '#core/annotation.ts';
import { contentOf, type Content } from '#core/content.ts';
import { applyEdit, invertEdit, type Edit } from '#core/edit.ts';
import { noHistory, type EditHistory } from './edit-history.ts';

export interface KeptWork {
  /** The number of the first edit in `unsaved`. */
  readonly from: number;
  readonly unsaved: readonly Edit[];
  /** How many of `unsaved` were sent without an answer yet, and so may be stored. */
  readonly sending: number;
  readonly content: Content;
  readonly history: EditHistory;
}

/** A drawer for one annotation's kept work. */
export interface WorkKeeper {
  readonly found: KeptWork | undefined;
  keep(work: KeptWork): void;
  close(): void;
}

export interface OpenedWork extends KeptWork {
  /** What is stored once the edits before `from` are. */
  readonly base: Content;
  /** The unsaved edits don't fit what is stored, so they can't simply be sent. */
  readonly conflict?: true;
}

/** Takes up kept work where it fits what is stored; where it doesn't, it is kept and told. */
export function takeUp(annotation: Annotation, kept: KeptWork | undefined): OpenedWork {
  const stored = storedWork(annotation);
  if (kept === undefined) return stored;
  if (kept.unsaved.length === 0)
    return kept.from === annotation.edits && canEdit(annotation)
      ? { ...kept, content: stored.content, base: stored.content }
      : stored;
  if (canEdit(annotation)) {
    const sent = kept.unsaved.slice(0, kept.sending);
    if (kept.from === annotation.edits && fits(stored.content, kept.unsaved))
      return { ...kept, sending: 0, base: stored.content };
    if (kept.from + sent.length === annotation.edits) {
      const base = undone(stored.content, sent);
      if (base && fits(base, kept.unsaved)) return { ...kept, base };
    }
  }
  return { ...kept, base: stored.content, conflict: true };
}

export function storedWork(annotation: Annotation): OpenedWork {
  const content = contentOf(annotation);
  const { edits: from } = annotation;
  return { from, unsaved: [], sending: 0, content, base: content, history: noHistory };
}

function fits(content: Content, edits: readonly Edit[]): boolean {
  return attempt(() => edits.reduce(applyEdit, content)) !== undefined;
}

function undone(content: Content, edits: readonly Edit[]): Content | undefined {
  return attempt(() => [...edits].reverse().map(invertEdit).reduce(applyEdit, content));
}

function attempt(make: () => Content): Content | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
