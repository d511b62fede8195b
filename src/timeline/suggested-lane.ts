import type { Span } from '#core/time.ts';

/** What the row of suggestions shows, and what a press on one does. */
export interface SuggestedLane {
  readonly suggestions: readonly (Span & {
    readonly id: string;
    readonly title: string;
    /** How sure it is, in words. */
    readonly likely: string;
  })[];
  readonly currentId: string | undefined;
  readonly choose: (id: string) => void;
}
