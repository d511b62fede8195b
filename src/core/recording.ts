import type { EpochMs, Ms } from './time.ts';
import type { Repair } from './session.ts';
import type { Gap, Track } from './track.ts';

/** What is known of a whole recording before its first chunk is stored. */
export interface RecordingHead {
  /** SHA-256 of the file's own bytes, so that the same file is known again. */
  readonly sourceSha256: string;
  readonly startedAt: EpochMs;
  readonly durationMs: Ms;
  readonly startUrl: string;
  readonly title: string;
  readonly events: number;
  readonly pages: number;
  readonly keystrokes: number;
  /** Events in up to 60 equal stretches. */
  readonly activity: readonly number[];
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly repairs: readonly Repair[];
  readonly gaps: readonly Gap[];
}

/** A chunk ready to be stored: gzip over a JSON array of rrweb events, hash-chained per tab. */
export interface MadeChunk {
  readonly tab: number;
  readonly seq: number;
  readonly startsMs: Ms;
  readonly endsMs: Ms;
  readonly events: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly previousSha256: string | undefined;
  readonly track: Track;
  /** The page right before the first event, where the whole page was told too long ago. */
  readonly keyframe?: MadeKeyframe;
}

/** A keyframe ready to be stored: gzip over a JSON array of rrweb events. */
export interface MadeKeyframe {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** The style sheets it refers to, by the hashes of their texts. */
  readonly sheets: readonly string[];
  /** Those of them that no keyframe before it in its tab refers to. */
  readonly newSheets: readonly MadeSheet[];
}

/** A style sheet ready to be stored: gzip over its UTF-8 text, named by the hash of that text. */
export interface MadeSheet {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Where a style sheet lies: beside the keyframe that refers to it. */
export const sheetPath = (keyframePath: string, sha256: string): string =>
  keyframePath.replace(/[^/]*$/, `${sha256}.css.gz`);
