import type { ActionLabel } from './action-label.ts';
import type { NotWork } from './not-work.ts';
import type { Task } from './task.ts';
import type { Ms } from './time.ts';

/** What an annotator has said of a session so far: all that edits change. */
export interface Content {
  /** In order of start. */
  readonly tasks: readonly Task[];
  readonly actionLabels: readonly ActionLabel[];
  /** In order of start. */
  readonly notWork: readonly NotWork[];
  /** Where the task now being marked starts. */
  readonly marking?: Ms | undefined;
}

export const noContent: Content = { tasks: [], actionLabels: [], notWork: [] };

export const contentOf = ({ tasks, actionLabels, notWork, marking }: Content): Content => ({
  tasks,
  actionLabels,
  notWork,
  ...(marking !== undefined && { marking }),
});
