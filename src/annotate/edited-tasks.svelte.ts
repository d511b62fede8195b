/** Tasks with their history: applies steps, walks them back and forth, and tells of every edit. */

import { applyEdit, type Edit } from '#core/edit.ts';
import type { TaskId } from '#core/ids.ts';
import type { Task } from '#core/task.ts';
import type { Ms } from '#core/time.ts';
import * as history from './edit-history.ts';
import { taskOf } from './task-edits.ts';

interface Held {
  readonly tasks: readonly Task[];
  readonly history: history.EditHistory;
  readonly marking?: Ms;
}

/** `continues`: the edit belongs to the same gesture as the one before it. */
type OnEdit = (edit: Edit, continues: boolean) => void;

export class EditedTasks {
  readonly #edited: OnEdit;
  #list = $state.raw<readonly Task[]>([]);
  #history = $state.raw(history.noHistory);
  #marking = $state.raw<Ms | undefined>();

  constructor(held: Held, edited: OnEdit) {
    this.#edited = edited;
    this.restart(held);
  }

  get list(): readonly Task[] {
    return this.#list;
  }

  get history(): history.EditHistory {
    return this.#history;
  }

  /** Where the task now being marked starts. */
  get marking(): Ms | undefined {
    return this.#marking;
  }

  restart({ tasks, history, marking }: Held): void {
    this.#list = tasks;
    this.#history = history;
    this.#marking = marking;
  }

  mark(at: Ms | undefined): void {
    this.#marking = at;
  }

  find(id: TaskId): Task {
    const task = this.#list.find((each) => each.id === id);
    if (task === undefined) throw new Error(`task ${id} is not there`);
    return task;
  }

  do(step: history.Step): void {
    if (history.changesNothing(step.edit)) return;
    const gesture = this.#history.done.at(-1)?.gesture;
    this.#list = applyEdit(this.#list, step.edit);
    if (step.marking) this.#marking = step.marking.after;
    this.#history = history.recordStep(this.#history, step);
    this.#edited(step.edit, gesture !== undefined && gesture === step.gesture);
  }

  /** Notes a change that was made otherwise, so that it can be undone. */
  note(edit: Edit): void {
    this.#history = history.recordStep(this.#history, { edit });
  }

  endGesture(): void {
    this.#history = history.endGesture(this.#history);
  }

  /** Answers the task it was about. */
  undo(): TaskId | undefined {
    return this.#walk(history.stepBack(this.#history), 'before');
  }

  redo(): TaskId | undefined {
    return this.#walk(history.stepForward(this.#history), 'after');
  }

  #walk(walked: history.Walked | undefined, side: 'before' | 'after'): TaskId | undefined {
    if (walked === undefined) return undefined;
    this.#list = applyEdit(this.#list, walked.edit);
    this.#history = walked.history;
    if (walked.step.marking) this.#marking = walked.step.marking[side];
    this.#edited(walked.edit, false);
    return taskOf(walked.edit);
  }
}
