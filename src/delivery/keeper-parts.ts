import type { SessionId } from '#core/ids.ts';
import type { Clock } from './clock.ts';
import type { Enrolment } from './enrolment.ts';
import type { HeldStreams } from './held-streams.ts';
import type { EventBatch } from './keeper-messages.ts';
import type { KeptRecording } from './kept-recording.ts';
import type { Recordings } from './recordings.ts';
import type { TabStream } from './tab-stream.ts';
import type { TakingBack } from './taking-back.ts';

export interface WantedTab {
  readonly tab: number;
  /** The page still has all events from this running number on. */
  readonly from?: number;
}

/** What a visit may ask of its keeper. */
export interface KeeperParts {
  readonly clock: Clock;
  readonly recordings: Recordings;
  readonly streams: HeldStreams;
  readonly enrolment: Enrolment;
  readonly takingBack: TakingBack;
  /** Tells all other visits, here and elsewhere, to look. */
  changed(): void;
  sawEvents(session: SessionId): void;
  placeTab(
    kept: KeptRecording,
    wanted: WantedTab | undefined,
  ): Promise<{ readonly tab: number; readonly stream: TabStream }>;
  /** What a page before this one could not hand over. */
  mergeTail(tail: EventBatch): Promise<void>;
  discard(kept: KeptRecording): Promise<void>;
  withdraw(): Promise<void>;
  myRecordingsUrl(kept: KeptRecording): string;
}
