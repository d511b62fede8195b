import type { IntentId, LabelSetId } from './ids.ts';

/** One label an annotator may give a task. */
export interface Intent {
  readonly id: IntentId;
  readonly parentId?: IntentId;
  /** Stable name inside the set, e.g. `order/change-address`. */
  readonly slug: string;
  readonly title: string;
  readonly description?: string;
}

/** A project's versioned tree of intents; a published version never changes. */
export interface LabelSet {
  readonly id: LabelSetId;
  readonly version: number;
  readonly intents: readonly Intent[];
}
