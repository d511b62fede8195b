import type { EpochMs } from './time.ts';

/** How the queue of a project stands for one annotator. Numbers are of sessions. */
export interface QueueStanding {
  /** They could have these now. */
  readonly leftForMe: number;
  /** These still want an annotation of somebody; those in preview are not among them. */
  readonly left: number;
  /** With others, the first of them until `nextFreeAt`. */
  readonly held: number;
  readonly nextFreeAt?: EpochMs;
  /** Their contributors may still look and cut, the first of them until `nextSharedAt`. */
  readonly inPreview: number;
  readonly nextSharedAt?: EpochMs;
  /** They found that these can't be labeled. */
  readonly declined: number;
  /** They were recorded in these themselves. */
  readonly own: number;
  /** They have labeled these; someone else has yet to. */
  readonly doneByMe: number;
  /** Nobody gets these until an admin puts them back. */
  readonly setAside: number;
  /** Since the day began. */
  readonly handedIn: number;
  readonly handedInByMe: number;
}
