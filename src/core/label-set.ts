import type { IntentId, LabelSetId } from './ids.ts';
import type { EpochMs } from './time.ts';

/** One label an annotator may give a task. */
export interface Intent {
  readonly id: IntentId;
  readonly parentId?: IntentId;
  /** Stable name inside the set, e.g. `order/change-address`. */
  readonly slug: string;
  readonly title: string;
  readonly description?: string;
  /** What tasks of this intent sound like. */
  readonly examples?: readonly string[];
  /** The letter that chooses it, one of a kind in the set. */
  readonly key?: string;
  /** Which of the ten label colours it has, from 0. */
  readonly colour?: number;
  /** Not to be chosen any more; still shown where it was. */
  readonly retired?: boolean;
  /** The intents of the version before that it carries on: one where it stayed or was renamed,
   * several where they were merged. */
  readonly from?: readonly IntentId[];
}

export const taskFields = ['instruction', 'intent', 'outcome', 'notes'] as const;

/** What of a task may be asked for before it is submitted. */
export type RequiredField = (typeof taskFields)[number];

/** What is asked where a set says nothing else. An episode can't be made without the first two. */
export const usualFields: readonly RequiredField[] = ['instruction', 'intent', 'outcome'];

/** A project's versioned tree of intents; a published version never changes. */
export interface LabelSet {
  readonly id: LabelSetId;
  readonly version: number;
  readonly intents: readonly Intent[];
  readonly requiredFields: readonly RequiredField[];
  readonly publishedAt: EpochMs;
  /** What its author said of it. */
  readonly note: string;
}
