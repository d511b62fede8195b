/** What is said between the app, the reel in its worker, and the replay frame. */
import type { ChunkRef } from '#core/session.ts';
import type { EpochMs, Ms, Span } from '#core/time.ts';
import type { Ahead, Scene } from './scene.ts';

/** App to reel. */
export type ToReel =
  | { readonly kind: 'open'; readonly startedAt: EpochMs; readonly chunks: readonly ChunkRef[] }
  /** The frame's end of the port comes with it. A new one replaces the old. */
  | { readonly kind: 'screen' }
  /** The page of `tab` at `at` is wanted; what was wanted before is not any more. */
  | { readonly kind: 'show'; readonly ticket: number; readonly tab: number; readonly at: Ms }
  /** Where the clock stands and how fast it runs, 0 for not at all: a few times a second. */
  | { readonly kind: 'clock'; readonly at: Ms; readonly speed: number }
  /** A person may be about to go there. */
  | { readonly kind: 'hover'; readonly at: Ms | undefined }
  | { readonly kind: 'fetched'; readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** `isAway`: the server could not be reached, which says nothing of the object. */
  | {
      readonly kind: 'not fetched';
      readonly path: string;
      readonly why: string;
      readonly isAway: boolean;
    }
  /** Where the nearest event of `tab` before (-1) or after (1) `at` is; a newer question ends an older. */
  | {
      readonly kind: 'find event';
      readonly tab: number;
      readonly at: Ms;
      readonly direction: 1 | -1;
    }
  /** Tries again what could not be had. */
  | { readonly kind: 'retry' };

/** Reel to app. */
export type FromReel =
  /** To be answered by `fetched` or `not fetched`; at most a few are open at a time. */
  | { readonly kind: 'fetch'; readonly path: string }
  | { readonly kind: 'never mind'; readonly path: string }
  /** The scene of this ticket went to the frame; the clock may run up to `until`. */
  | { readonly kind: 'reach'; readonly ticket: number; readonly until: Ms }
  | { readonly kind: 'progress'; readonly progress: ReelProgress }
  /** A chunk that can't be had or read: a drawn gap which play crosses. */
  | {
      readonly kind: 'missing';
      readonly tab: number;
      readonly span: Span;
      readonly sentence: string;
    }
  /** Answers `find event`; nothing where there is none. */
  | { readonly kind: 'event found'; readonly at: Ms | undefined }
  /** Nothing can be shown at the wanted place, and why. */
  | { readonly kind: 'failed'; readonly ticket: number; readonly sentence: string };

export interface ReelProgress {
  readonly fetchedBytes: number;
  /** Fetches tried again right now. */
  readonly retrying: number;
  /** Stretches whose chunks are at hand, of all tabs. */
  readonly atHand: readonly Span[];
}

/** Reel to frame. */
export type ReelToScreen =
  /** Shown as soon as it is built; one with the ticket of the last, when the clock gets there. */
  | { readonly kind: 'scene'; readonly scene: Scene }
  | { readonly kind: 'ahead'; readonly ticket: number; readonly ahead: Ahead }
  /** The frame has what it needs to go on to `at`; if it stands later already, it says `again`. */
  | { readonly kind: 'advance'; readonly ticket: number; readonly at: Ms };

/** Frame to reel. */
export type ScreenToReel = { readonly kind: 'again'; readonly ticket: number };
