/** A file to read, wherever it lies. `open` may be called again for another pass. */
export interface RecordingSource {
  readonly name: string;
  /** Bytes as they lie there, gzipped or not. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

/** The part of an `AbortSignal` that reading looks at. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

/** How far reading is, in bytes of the file. */
export interface Progress {
  readonly phase: 'checking' | 'storing';
  readonly done: number;
  readonly total: number;
}
