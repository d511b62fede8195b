/** Bad input as a value: all problems at once, each with where it is and a sentence. */
export interface Problem {
  /** Where: `event 17`, `tasks[2].endsMs`, `line 4`. */
  readonly path: string;
  /** What is wrong and what to do, for a person. */
  readonly sentence: string;
}

export type OutcomeOf<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const succeed = <T>(value: T): OutcomeOf<T> => ({ ok: true, value });
export const fail = <T>(...problems: readonly Problem[]): OutcomeOf<T> => ({
  ok: false,
  problems,
});
