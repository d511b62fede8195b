import type { EpochMs, Ms } from '#core/time.ts';

/** First word of the frame to its parent, and of the app to the frame; the latter brings two ports:
 * the app's own and the reel's. */
export const screenIsUp = 'tasktape/screen-is-up@1';
export const hereAreThePorts = 'tasktape/here-are-the-ports@1';

/** Node ids begin anew in each tab. */
export interface NodePlace {
  readonly tab: number;
  readonly node: number;
}

/** App to frame. Pages come from the reel. */
export type ToScreen =
  | { readonly kind: 'begin'; readonly startedAt: EpochMs }
  /** While it plays, at each animation frame: shows all that happened before `at`. */
  | { readonly kind: 'tick'; readonly at: Ms }
  /** Outlines one node of a tab's page while that tab is in front, or none. */
  | { readonly kind: 'highlight'; readonly place: NodePlace | undefined };

/** Frame to app. */
export type FromScreen =
  /** The page of this ticket is on the screen, whole. */
  | { readonly kind: 'shown'; readonly ticket: number; readonly tab: number; readonly at: Ms }
  /** The recorded window has this size now, in CSS px. */
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  /** What of the page in front could not be shown as it was. */
  | { readonly kind: 'withheld'; readonly images: number; readonly media: number }
  | { readonly kind: 'failed'; readonly sentence: string };
