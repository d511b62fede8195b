import type { DeskClerk } from './desk-clerk.ts';

/** One stretch of desk work to be recorded. */
export interface Story {
  readonly slug: string;
  readonly title: string;
  /** A pseudonym, as annotators know contributors. */
  readonly contributor: string;
  readonly seed: number;
  readonly work: (clerk: DeskClerk) => Promise<void>;
}
