/** Why an annotator gives a session back: not now for them, or for nobody as it is. */
import type { SessionId } from './ids.ts';
import type { EpochMs } from './time.ts';

export const declineReasons = {
  skip: ['no time', 'unsure', 'knows them', 'other'],
  impossible: ['broken', 'language', 'personal data', 'other'],
} as const;

/** `skip`: it goes to others and comes back last. `impossible`: an admin is told. */
export type DeclineKind = keyof typeof declineReasons;

export type Reason =
  | { readonly kind: 'skip'; readonly reason: (typeof declineReasons)['skip'][number] }
  | { readonly kind: 'impossible'; readonly reason: (typeof declineReasons)['impossible'][number] };

/** A decline that stands, as an admin reads it. */
export type Decline = Reason & {
  readonly words: string;
  readonly by: string;
  readonly at: EpochMs;
};

/** A session that was declined, with all that is said against it. */
export interface DeclinedSession {
  readonly sessionId: SessionId;
  readonly title: string;
  /** It left the queue then; absent while too few have declined it. */
  readonly setAsideAt?: EpochMs;
  readonly declines: readonly Decline[];
}
