import type { EpochMs, Ms } from '#core/time.ts';
import type { RecordedEvent } from './recorded-event.ts';

/** First word of the frame to its parent, and of the app to the frame; the latter brings the port. */
export const frameIsUp = 'tasktape/frame-is-up@1';
export const hereIsThePort = 'tasktape/here-is-the-port@1';

/** Node ids begin anew in each tab. */
export interface NodePlace {
  readonly tab: number;
  readonly node: number;
}

export type ToFrame =
  | { readonly kind: 'begin'; readonly startedAt: EpochMs }
  /** The events that follow those already sent for this tab. */
  | { readonly kind: 'events'; readonly tab: number; readonly events: readonly RecordedEvent[] }
  /** Stands still at `at`, or runs on from there where a speed is given. */
  | { readonly kind: 'show'; readonly tab: number; readonly at: Ms; readonly speed?: number }
  /** Outlines one node of a tab's page while that tab is in front, or none. */
  | { readonly kind: 'highlight'; readonly place: NodePlace | undefined };

export type FromFrame =
  /** The first events have been taken: there is a page to see. */
  | { readonly kind: 'ready' }
  /** The recorded window has this size now, in CSS px. */
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  /** Where the running replay stands. */
  | { readonly kind: 'time'; readonly at: Ms }
  | { readonly kind: 'failed'; readonly sentence: string };
