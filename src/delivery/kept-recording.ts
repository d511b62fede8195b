/** What lies on the shelf for a recording, beside its events. */
import type { FoldMemory } from '#ingest/live-fold.ts';
import type { Purpose } from '#core/consent.ts';
import type { SessionId } from '#core/ids.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import type { EpochMs } from '#core/time.ts';
import type { Gap, Track } from '#core/track.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

/** Why no page records into it any more. After `terms` pages begin a new one; `refused` is the
 * server's sentence. */
export type Ending =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'terms' }
  | { readonly kind: 'refused'; readonly why: string };

export interface KeptRecording {
  readonly session: SessionId;
  readonly capability: string;
  readonly startedAt: EpochMs;
  readonly salt: string;
  readonly terms: RecorderTerms;
  readonly purposes: readonly Purpose[];
  readonly token: string;
  readonly paused: boolean;
  readonly nextTab: number;
  readonly ending?: Ending;
}

/** How far one tab's events are. Only the keeper that owns the stream writes it. */
export interface StreamRow {
  /** What following the tab needs to know of what stands in chunks already. */
  readonly fold?: FoldMemory;
  /** The running number the next event of the page must have. */
  readonly next: number;
  /** Number of the next row of the journal, and of the next chunk. */
  readonly row: number;
  readonly seq: number;
  readonly previousSha256?: string;
  /** Epoch ms, after `shift`. */
  readonly lastAt: number;
  /** Added to event times while the clock is behind where it once was. */
  readonly shift: number;
  /** When the whole page was last told: by a snapshot or a keyframe. */
  readonly wholeAt: number;
  /** The last event says that nothing follows it: nothing can be missing there. */
  readonly ended: boolean;
  readonly gaps: readonly Gap[];
}

/** A few events that are in no chunk yet. `cut`: a chunk ends before them. */
export interface JournalRow {
  readonly events: readonly RecordedEvent[];
  readonly cut?: 'snapshot' | 'keyframe';
}

/** A closed chunk that is not yet known to be stored: its objects and what is told of it. */
export interface QueuedChunk {
  readonly tab: number;
  readonly seq: number;
  readonly startsMs: number;
  readonly endsMs: number;
  readonly events: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  readonly previousSha256?: string;
  readonly track: Track;
  readonly keyframe?: QueuedKeyframe;
}

export interface QueuedKeyframe {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
  /** The style sheets it refers to, by the hashes of their texts; a keyframe queued by an older
   * version has none. */
  readonly sheets?: readonly string[];
  /** Those of them that go with this chunk. */
  readonly newSheets?: readonly {
    readonly sha256: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
  }[];
}
