import type { Action } from './action.ts';
import type { Keystroke } from './keystroke.ts';
import type { Ms, Span } from './time.ts';

/** A stretch on one address. */
export interface PageVisit extends Span {
  readonly tab: number;
  readonly url: string;
  readonly title?: string;
}

/** A stretch with no events, or with events withheld; drawn as what it is, never joined. */
export interface Gap extends Span {
  readonly reason: 'idle' | 'clock-jump' | 'missing-chunk';
  /** For `clock-jump`: how much time was taken out of the recording. */
  readonly removedMs?: number;
}

/** Width of one activity bin. */
export const activityBinMs = 1000;

/** The light summary of one chunk, or of many joined: what the timeline draws without any DOM. */
export interface Track {
  readonly format: 1;
  readonly pages: readonly PageVisit[];
  readonly keystrokes: readonly Keystroke[];
  /** An action stands in the track of the chunk in which it ends. */
  readonly actions: readonly Action[];
  readonly gaps: readonly Gap[];
  /** Events in each bin of `activityBinMs`, the first bin at `activityFromMs`. */
  readonly activityFromMs: Ms;
  readonly activity: readonly number[];
}
