/** What is said, with its history: applies steps, walks them back and forth, and tells of every edit. */

import type { Content } from '#core/content.ts';
import { applyEdit, type Edit } from '#core/edit.ts';
import type { TaskId } from '#core/ids.ts';
import type { Task } from '#core/task.ts';
import * as history from './edit-history.ts';
import { taskOf } from './task-edits.ts';

interface Held {
  readonly content: Content;
  readonly history: history.EditHistory;
}

/** `continues`: the edit belongs to the same gesture as the one before it. */
type OnEdit = (edit: Edit, continues: boolean) => void;

export class EditedContent {
  readonly #edited: OnEdit;
  #content = $state.raw() as Content;
  #history = $state.raw(history.noHistory);

  constructor(held: Held, edited: OnEdit) {
    this.#edited = edited;
    this.restart(held);
  }

  get content(): Content {
    return this.#content;
  }

  get history(): history.EditHistory {
    return this.#history;
  }

  restart({ content, history }: Held): void {
    this.#content = content;
    this.#history = history;
  }

  find(id: TaskId): Task {
    const task = this.#content.tasks.find((each) => each.id === id);
    if (task === undefined) throw new Error(`task ${id} is not there`);
    return task;
  }

  do(step: history.Step): void {
    if (history.changesNothing(step.edit)) return;
    const gesture = this.#history.done.at(-1)?.gesture;
    this.#content = applyEdit(this.#content, step.edit);
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
    return this.#walk(history.stepBack(this.#history));
  }

  redo(): TaskId | undefined {
    return this.#walk(history.stepForward(this.#history));
  }

  #walk(walked: history.Walked | undefined): TaskId | undefined {
    if (walked === undefined) return undefined;
    this.#content = applyEdit(this.#content, walked.edit);
    this.#history = walked.history;
    this.#edited(walked.edit, false);
    return taskOf(walked.edit);
  }
}
