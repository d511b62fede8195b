/** How the recorder stands in one browser tab, for the popup, the consent page and the badge. */
import type { Purpose } from '#core/consent.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import type { Wish } from './check-page-message.ts';

/** What is waiting on this machine to be sent. */
export interface Waiting {
  readonly bytes: number;
  readonly online: boolean;
}

export type TabState =
  | { readonly kind: 'not set up' }
  /** Not a web page: a page of the browser, a file. */
  | { readonly kind: 'no site' }
  | { readonly kind: 'off the list'; readonly project: string; readonly sites: readonly string[] }
  | { readonly kind: 'needs permission'; readonly site: string; readonly project: string }
  | { readonly kind: 'ready'; readonly site: string; readonly project: string }
  | { readonly kind: 'starting'; readonly site: string }
  | { readonly kind: 'asking'; readonly site: string; readonly terms: RecorderTerms }
  | {
      readonly kind: 'recording' | 'paused';
      readonly site: string;
      readonly project: string;
      readonly purposes: readonly Purpose[];
    }
  | {
      readonly kind: 'ended';
      readonly site: string;
      readonly why: 'declined' | 'stopped' | 'discarded' | 'withdrawn';
    }
  | { readonly kind: 'refused'; readonly site: string; readonly why: string };

export interface TabReport {
  readonly state: TabState;
  /** A recording is under way, in this tab or in others. */
  readonly live?: 'recording' | 'paused';
  /** Nothing is said of an empty queue. */
  readonly waiting?: Waiting;
  /** What the sign in the page was asked for, to be asked again here. */
  readonly wish?: Wish;
  /** Known once this person agreed; from then on they can withdraw. */
  readonly myRecordingsUrl?: string;
}
