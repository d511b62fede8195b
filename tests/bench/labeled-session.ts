/** A recorded session with the tasks that are in it, labeled before anything suggested them. */
export interface LabeledSession {
  /** Where the recording is, from the root of the repository; `shared/` where it is not part of it. */
  readonly recording: string;
  /** `tuning`: the suggester may be fitted to it. `held out`: it is only measured. */
  readonly half: 'tuning' | 'held out';
  readonly labeledBy: 'the clerk, while working' | 'hand, from the list of events';
  /** In ms from the first event: from the first move towards the task's first act until the result of
   * its last act is on the screen. */
  readonly tasks: readonly {
    readonly instruction: string;
    readonly startsMs: number;
    readonly endsMs: number;
  }[];
}
