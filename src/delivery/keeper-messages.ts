/** What a recorded page and its keeper say to each other. */
import type { Purpose } from '#core/consent.ts';
import type { SessionId } from '#core/ids.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import type { EpochMs } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

/** Where a recorder delivers, and by which key. */
export interface RecorderSettings {
  /** The Supabase, without a path: `https://xyz.supabase.co`. */
  readonly url: string;
  /** The publishable key; a secret one is refused. */
  readonly key: string;
  readonly recorderKey: string;
  /** The workbench, where it is not at `url`. */
  readonly appUrl?: string;
}

/** One tab's place in a recording that is under way. */
export interface OpenRecording {
  readonly session: SessionId;
  readonly tab: number;
  /** The running number, from 0 in each tab, that the next event gets. */
  readonly next: number;
  readonly startedAt: EpochMs;
  /** Makes the placeholders of masked values the same throughout the session; never leaves the
   * person's machine. */
  readonly salt: string;
  readonly terms: RecorderTerms;
  readonly purposes: readonly Purpose[];
  readonly paused: boolean;
  /** Where the contributor finds the own recordings. */
  readonly myRecordingsUrl: string;
}

/** Masked events with their running numbers: `first`, `first + 1`, … in one tab. */
export interface EventBatch {
  readonly session: SessionId;
  readonly tab: number;
  readonly first: number;
  readonly events: readonly RecordedEvent[];
}

export type ToKeeper =
  /** First on every line. `tab` is the number this tab had before a reload; `tail` what the page
   * before it could not hand over any more. With `tab.from` it is the same page again after its line
   * broke, and it still has all events from this running number on. */
  | {
      readonly kind: 'join';
      readonly site: string;
      readonly tab?: {
        readonly session: SessionId;
        readonly tab: number;
        readonly from?: number;
      };
      readonly tail?: EventBatch;
      /** The person asked to be recorded just now: ask even where they declined this notice before. */
      readonly again?: boolean;
      /** The recording of `tab` was ended while the page's line was broken: take what the page still
       * has, and begin nothing. */
      readonly over?: boolean;
    }
  /** The answer to `ask`; no purpose means no. */
  | { readonly kind: 'answer'; readonly purposes: readonly Purpose[] }
  | ({ readonly kind: 'events' } & EventBatch)
  /** Everything was handed over, and nothing more comes: the page goes away, or heard `ended`. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'stop' }
  /** Stop, and take back what was sent as well. */
  | { readonly kind: 'discard' }
  /** End the consent itself, for everything. */
  | { readonly kind: 'withdraw' };

export type FromKeeper =
  /** Nobody answered this notice yet: ask the person, then `answer`. It may come while recording,
   * after `paused`: there is a new notice, and what was recorded so far is closed. */
  | { readonly kind: 'ask'; readonly terms: RecorderTerms }
  /** Begin, or begin anew: take a fresh snapshot and number from `next`. It comes more than once on a
   * line after a new notice or policy, and after a long sleep in which the tab was given up. */
  | { readonly kind: 'recording'; readonly recording: OpenRecording }
  /** Events up to and with this running number are on disk. */
  | { readonly kind: 'kept'; readonly through: number }
  /** The tail given with `join` is on disk, or was there already. */
  | { readonly kind: 'tail kept' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }
  /** The page must stop at once. Not an error. After `stopped`, what the page had captured before is
   * still taken until it says `leave`, or for ten seconds; after the others nothing is. */
  | {
      readonly kind: 'ended';
      readonly why: 'declined' | 'stopped' | 'discarded' | 'withdrawn';
    }
  /** Recording can't begin or go on. `why` is a sentence for the host page's developer. */
  | { readonly kind: 'refused'; readonly why: string }
  /** How delivery stands, for the indicator. */
  | { readonly kind: 'delivery'; readonly waitingBytes: number; readonly online: boolean };
