/** How an annotation's saving stands, and what a refused save means for it. */

import type { Content } from '#core/content.ts';
import type { Edit } from '#core/edit.ts';
import type { EpochMs } from '#core/time.ts';

export type SaveState =
  /** Nothing was edited ever. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: EpochMs }
  /** Edits stand here, to be sent in a moment. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  /** Someone, perhaps the same person in another window, saved other edits meanwhile. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly sentence: string };

/** What a save answered: how many edits are stored now. */
export interface Saved {
  readonly edits: number;
  readonly savedAt: EpochMs;
}

/** Stores `edits` as numbers `from`, `from + 1` … and what is said after them, all or nothing. */
export type SaveEdits = (from: number, edits: readonly Edit[], content: Content) => Promise<Saved>;

interface Trouble {
  readonly state: Exclude<SaveState, { kind: 'untouched' | 'saved' | 'waiting' | 'saving' }>;
  /** The other side said no, so nothing was stored; otherwise it may have been. */
  readonly refused: boolean;
}

const refusals: readonly string[] = ['forbidden', 'missing', 'gone', 'invalid', 'conflict'];

/** Reads a thrown failure by its `kind`, whoever made it. */
export function troubleOf(cause: unknown): Trouble {
  const sentence = cause instanceof Error ? cause.message : String(cause);
  const kind =
    typeof cause === 'object' && cause !== null && 'kind' in cause ? String(cause.kind) : '';
  const refused = refusals.includes(kind);
  if (kind === 'offline') return { state: { kind: 'offline' }, refused };
  if (kind === 'conflict') return { state: { kind: 'conflict' }, refused };
  return { state: { kind: 'failed', sentence }, refused };
}
