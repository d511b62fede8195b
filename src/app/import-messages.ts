/** What the page and its import worker say to each other. A chunk is made only when it is asked for. */
import type { Problem } from '#core/outcome-of.ts';
import type { MadeChunk, RecordingHead } from '#core/recording.ts';
import type { Progress } from '#ingest/recording-source.ts';

export type ToWorker = { readonly kind: 'open'; readonly file: File } | { readonly kind: 'next' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'opened'; readonly head: RecordingHead }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'chunk'; readonly chunk: MadeChunk }
  | { readonly kind: 'end' }
  | { readonly kind: 'crashed'; readonly sentence: string };
