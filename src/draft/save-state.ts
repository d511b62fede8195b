/** How an annotation's saving stands, and what a refused save means for it. */

import type { Content } from '#core/content.ts';
import type { LogEntry } from '#core/log-entry.ts';
import type { EpochMs } from '#core/time.ts';

export type SaveState =
  /** Nothing was edited ever. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: EpochMs }
  /** Edits stand here, to be sent in a moment. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  /** Another window has the pen; what is not saved waits for it to come back. */
  | { readonly kind: 'held' }
  /** Someone, perhaps the same person in another window, saved other edits meanwhile. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly sentence: string };

/** What a save answered: how many edits are stored now. */
export interface Saved {
  readonly edits: number;
  readonly savedAt: EpochMs;
}

/** Stores `entries` as numbers `from`, `from + 1` … and what is said after them, all or nothing. */
export type SaveEdits = (
  from: number,
  entries: readonly LogEntry[],
  content: Content,
) => Promise<Saved>;

interface Trouble {
  readonly state: Exclude<SaveState, { kind: 'untouched' | 'saved' | 'waiting' | 'saving' }>;
  /** The other side said no, so nothing was stored; otherwise it may have been. */
  readonly refused: boolean;
}

const refusals: readonly string[] = ['forbidden', 'missing', 'gone', 'invalid', 'conflict', 'held'];

/** Reads a thrown failure by its `kind`, whoever made it. */
export function troubleOf(cause: unknown): Trouble {
  const sentence = cause instanceof Error ? cause.message : String(cause);
  const kind =
    typeof cause === 'object' && cause !== null && 'kind' in cause ? String(cause.kind) : '';
  const refused = refusals.includes(kind);
  if (kind === 'offline' || kind === 'conflict' || kind === 'held')
    return { state: { kind }, refused };
  return { state: { kind: 'failed', sentence }, refused };
}
