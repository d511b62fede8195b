import type { Action } from './action.ts';
import type { Keystroke } from './keystroke.ts';
import type { Fidelity, TextInputCause } from './plugin-events.ts';
import type { Ms, Span } from './time.ts';

/** A stretch on one address. */
export interface PageVisit extends Span {
  readonly tab: number;
  readonly url: string;
  readonly title?: string;
  /** When the first of its content came, where that was later than the address: what happened then is
   * on the screen right after it. Not told by older recordings. */
  readonly shownMs?: Ms;
}

/** A stretch with no events, or with events withheld; drawn as what it is, never joined. `paused`: by
 * the contributor. `lost`: the recorder was cut off. `not-work`: blank, since an annotator found it to be
 * private. */
export interface Gap extends Span {
  readonly reason: 'idle' | 'clock-jump' | 'missing-chunk' | 'paused' | 'lost' | 'not-work';
  /** For `missing-chunk`: the tab whose chunks never came. Others go on meanwhile. */
  readonly tab?: number;
  /** For `missing-chunk` that is stored and could not be loaded: the reason, for a person. */
  readonly why?: string;
  /** For `clock-jump`: how much time was taken out of the recording. */
  readonly removedMs?: number;
}

/** Nothing happening for longer than this is an idle gap. */
export const idleMs = 10_000;

/** Text that came into a field without a key of its own. */
export interface TextInput {
  readonly atMs: Ms;
  readonly cause: TextInputCause;
  readonly fidelity: Fidelity;
  /** What came in, where that may be told. */
  readonly text?: string;
  readonly length?: number;
  /** rrweb node id of the field. */
  readonly node: number;
  /** Absent for the first tab. */
  readonly tab?: number;
}

/** Width of one activity bin. */
export const activityBinMs = 1000;

/** Of a track what a first look needs: where the recorded person was, and when anything happened. */
export interface Outline {
  readonly format: 1;
  readonly pages: readonly PageVisit[];
  readonly gaps: readonly Gap[];
  /** Events in each bin of `activityBinMs`, the first bin at `activityFromMs`. */
  readonly activityFromMs: Ms;
  readonly activity: readonly number[];
}

/** The light summary of one chunk, or of many joined: what the timeline draws without any DOM. */
export interface Track extends Outline {
  readonly keystrokes: readonly Keystroke[];
  readonly textInputs?: readonly TextInput[];
  /** An action stands in the track of the chunk in which it ends. */
  readonly actions: readonly Action[];
}
