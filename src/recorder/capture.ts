/** Records a page under the eyes of its keeper: the one core of the script tag, the command and the
 * extension. Nothing of ours ever throws into the page. */
import type { FromKeeper, OpenRecording, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';
import type { CaptureState } from '#sign/capture-state.ts';
import { PageCapture } from './page-capture.ts';

export interface CaptureOptions {
  readonly line: Line<ToKeeper, FromKeeper>;
  /** Who asks for consent: this page, by a dialog, or something outside it. */
  readonly ask: 'page' | 'elsewhere';
  /** Whether the page carries the sign that says it is recorded. */
  readonly indicator: boolean;
  /** The person asked to be recorded just now: ask even where they said no before. */
  readonly again?: boolean;
  readonly onState?: (state: CaptureState) => void;
  /** Not for the host page: what it tells leads to the person's recordings. */
  readonly onRecording?: (recording: OpenRecording) => void;
}

export interface Capture {
  readonly state: CaptureState;
  pause(): void;
  resume(): void;
  /** Ends the recording and keeps it. */
  stop(): void;
  /** Ends the recording and takes back what was sent. */
  discard(): void;
  /** Ends the consent itself, for everything. */
  withdraw(): void;
}

export function startCapture(options: CaptureOptions): Capture {
  return new PageCapture(options);
}
