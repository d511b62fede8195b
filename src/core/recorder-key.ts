import type { EpochMs } from './time.ts';

/** A key by which recorders of a project start sessions. The key itself is known only to whoever
 * made it; the project keeps its hash. */
export interface RecorderKey {
  readonly id: string;
  readonly name: string;
  /** Origins it may record. */
  readonly sites: readonly string[];
  readonly createdAt: EpochMs;
  readonly revokedAt?: EpochMs;
}
