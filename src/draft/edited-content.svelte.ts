/** What is said, with the log that led to it: applies steps, walks them back and forth, and tells of
 * every change. */

import type { Content } from '#core/content.ts';
import { applyEdit, invertEdit, type Edit } from '#core/edit.ts';
import type { TaskId } from '#core/ids.ts';
import type { LogEntry, LogTail } from '#core/log-entry.ts';
import { changesNothing, mergeEdits } from '#core/merge-edits.ts';
import { replayLog, wayTo, type LogStep, type ReplayedLog } from '#core/replay-log.ts';
import type { Task } from '#core/task.ts';
import type { EpochMs } from '#core/time.ts';
import type { Change } from './change.ts';
import type { Step } from './step.ts';
import { taskOf } from './task-edits.ts';

export interface Held {
  readonly content: Content;
  readonly log: LogTail;
}

interface Telling {
  readonly now: () => EpochMs;
  /** Answers the change as it stands in the log: the same one, or the one before it, enlarged. */
  readonly changed: (change: Change, continues: boolean) => Change;
}

export class EditedContent {
  readonly #telling: Telling;
  #content = $state.raw() as Content;
  #log = $state.raw<LogTail>({ from: 0, entries: [] });
  #gesture: string | undefined;
  readonly #replayed = $derived(replayLog(this.#log));

  constructor(held: Held, telling: Telling) {
    this.#telling = telling;
    this.restart(held);
  }

  get content(): Content {
    return this.#content;
  }

  /** As far back as it is known, with what is not stored yet. */
  get log(): LogTail {
    return this.#log;
  }

  get replayed(): ReplayedLog {
    return this.#replayed;
  }

  get canUndo(): boolean {
    return this.#replayed.stands.edit !== undefined;
  }

  get canRedo(): boolean {
    return this.#replayed.stands.next?.edit !== undefined;
  }

  restart({ content, log }: Held): void {
    this.#content = content;
    this.#log = log;
    this.#gesture = undefined;
  }

  /** Entries from before those that were known. */
  extend(earlier: LogTail): void {
    const { from, entries } = this.#log;
    const missing = earlier.entries.slice(0, from - earlier.from);
    if (earlier.from + missing.length === from)
      this.#log = { from: earlier.from, entries: [...missing, ...entries] };
  }

  find(id: TaskId): Task {
    const task = this.#content.tasks.find((each) => each.id === id);
    if (task === undefined) throw new Error(`task ${id} is not there`);
    return task;
  }

  do({ edit, gesture }: Step): void {
    if (changesNothing(edit)) return;
    const isSame = gesture !== undefined && gesture === this.#gesture;
    const before = this.#replayed.entries.at(-1)?.step.edit;
    const continues = isSame && before !== undefined && mergeEdits(before, edit) !== undefined;
    this.#append({ ...edit, ...(continues && { continues }) }, edit);
    this.#gesture = gesture;
  }

  endGesture(): void {
    this.#gesture = undefined;
  }

  /** Answers the task it was about. */
  undo(): TaskId | undefined {
    return this.#walk('undo', this.#replayed.stands);
  }

  redo(): TaskId | undefined {
    return this.#walk('redo', this.#replayed.stands.next);
  }

  /** To where `step` was the last one, by undos and redos. Nothing where the log does not tell the way. */
  goTo(step: LogStep): TaskId | undefined {
    const way = wayTo(this.#replayed.stands, step) ?? [];
    return way.map(({ kind, step: each }) => this.#walk(kind, each)).at(-1);
  }

  #walk(kind: 'undo' | 'redo', step: LogStep | undefined): TaskId | undefined {
    if (step?.edit === undefined) return undefined;
    const effect = kind === 'undo' ? invertEdit(step.edit) : step.edit;
    this.#gesture = undefined;
    this.#append({ kind, of: step.of }, effect);
    return taskOf(effect);
  }

  #append(entry: LogEntry, effect: Edit): void {
    this.#content = applyEdit(this.#content, effect);
    const change: Change = { entry: { ...entry, at: this.#telling.now() }, effect };
    const told = this.#telling.changed(change, 'continues' in entry);
    const { from, entries } = this.#log;
    const before = told === change ? entries : entries.slice(0, -1);
    this.#log = { from, entries: [...before, told.entry] };
  }
}
