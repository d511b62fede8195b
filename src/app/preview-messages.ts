/** What a page and the worker that reads its preview say to each other. */
import type { OutcomeOf } from '#core/outcome-of.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

/** An object as it was stored, and the hash it was recorded with. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

export interface PreviewMaterial {
  /** The page before the first chunk, where it was kept; its sheets by the hashes of their texts. */
  readonly keyframe?: Packed & { readonly sheets: readonly Packed[] };
  readonly chunks: readonly Packed[];
  /** On the recording's own clock: what came before is told by its outcome only. */
  readonly from: number;
  readonly until: number;
}

/** Events a player can begin with, a page first. */
export type ReadPreview = OutcomeOf<readonly RecordedEvent[]>;
