import type { Span } from './time.ts';

/** Why a suggester thinks so, for a person: `Nothing happened for 42 s before`. */
export interface Reason {
  readonly kind:
    | 'pause'
    | 'navigation'
    | 'submit'
    | 'return to start'
    | 'repeated pattern'
    | 'clipboard move'
    | 'tab change'
    | 'model';
  readonly sentence: string;
}

/** A task a machine thinks it sees. It is kept apart from tasks until a person takes it over. */
export interface Suggestion extends Span {
  /** Stable for the same recording and suggester. */
  readonly id: string;
  readonly suggester: string;
  /** A draft; may be empty. */
  readonly instruction: string;
  /** An intent's slug in the project's label set, where one fits. */
  readonly intent?: string;
  /** 0 to 1. */
  readonly score: number;
  readonly startReasons: readonly Reason[];
  readonly endReasons: readonly Reason[];
}
