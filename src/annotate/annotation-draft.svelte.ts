/** One annotation being edited: verbs in, edits out, with undo, redo and saving. Knows no screen,
 * no clock and no database; what it needs of them is handed in. */

import { canEdit, type Annotation } from '#core/annotation.ts';
import type { TaskId } from '#core/ids.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import type { Task } from '#core/task.ts';
import type { Ms, Span } from '#core/time.ts';
import type { Edge } from '#timeline/clamp-edge.ts';
import type { Step } from './edit-history.ts';
import { EditedTasks } from './edited-tasks.svelte.ts';
import { storedWork, takeUp, type WorkKeeper } from './kept-work.ts';
import * as make from './task-edits.ts';
import { UnsavedEdits, type SaveWiring } from './unsaved-edits.svelte.ts';

export interface DraftOptions extends SaveWiring {
  readonly annotation: Annotation;
  readonly durationMs: Ms;
  readonly makeId: () => TaskId;
  readonly keeper?: WorkKeeper;
}

/** What an annotator may change of a task by hand; its edges have a verb of their own. */
export type TaskChange = Partial<Pick<Task, 'instruction' | 'intentId' | 'outcome' | 'notes'>>;

export class AnnotationDraft {
  readonly #durationMs: Ms;
  readonly #makeId: () => TaskId;
  readonly #keeper: WorkKeeper | undefined;
  readonly #unsaved: UnsavedEdits;
  readonly #edited: EditedTasks;
  #annotation = $state.raw() as Annotation;

  constructor({ annotation, keeper, durationMs, makeId, ...wiring }: DraftOptions) {
    const work = takeUp(annotation, keeper?.found);
    this.#durationMs = durationMs;
    this.#makeId = makeId;
    this.#keeper = keeper;
    this.#annotation = annotation;
    this.#edited = new EditedTasks(work, (edit, continues) => this.#unsaved.add(edit, continues));
    this.#unsaved = new UnsavedEdits(work, annotation.savedAt, wiring, () => this.#keep());
  }

  get annotation(): Annotation {
    return this.#annotation;
  }

  get editable(): boolean {
    return canEdit(this.#annotation);
  }

  get tasks(): readonly Task[] {
    return this.#edited.list;
  }

  /** Where the task now being marked starts. */
  get marking(): Ms | undefined {
    return this.#edited.marking;
  }

  /** How saving stands, and how many edits wait for it. */
  get saving(): Pick<UnsavedEdits, 'state' | 'count'> {
    return this.#unsaved;
  }

  get canUndo(): boolean {
    return this.editable && this.#edited.history.done.length > 0;
  }

  get canRedo(): boolean {
    return this.editable && this.#edited.history.undone.length > 0;
  }

  markStart(at: Ms): OutcomeOf<Ms> {
    const starts = this.editable ? make.startAt(this.#ground, at) : this.#refused;
    if (starts.ok) this.#mark(starts.value);
    return starts;
  }

  markEnd(at: Ms): OutcomeOf<TaskId> {
    return this.#endMark(at, false);
  }

  /** Ends the open task at `at` and opens the next there; where none is open, opens one. */
  cut(at: Ms): OutcomeOf<TaskId | undefined> {
    if (this.marking !== undefined) return this.#endMark(at, true);
    const starts = this.markStart(at);
    return starts.ok ? succeed(undefined) : starts;
  }

  cancelMark(): void {
    this.#mark(undefined);
  }

  addTask(span: Span): OutcomeOf<TaskId> {
    return this.#act((ground) => make.addTask(ground, span, this.#makeId()));
  }

  /** Changes of the same `gesture` that follow each other are undone as one. */
  changeTask(id: TaskId, change: TaskChange, gesture?: string): OutcomeOf<TaskId> {
    return this.#act(() => make.changeTask(this.#edited.find(id), change, gesture));
  }

  moveEdge(id: TaskId, edge: Edge, at: Ms, gesture?: string): OutcomeOf<TaskId> {
    return this.#act((ground) =>
      make.moveEdge(ground, this.#edited.find(id), { edge, at }, gesture),
    );
  }

  removeTask(id: TaskId): OutcomeOf<TaskId> {
    return this.#act(() => make.removeTask(this.#edited.find(id)));
  }

  split(at: Ms): OutcomeOf<TaskId> {
    return this.#act((ground) => make.splitTask(ground, at, this.#makeId()));
  }

  /** The drag or the typing has ended; what comes next is a step of its own. */
  endGesture(): void {
    this.#edited.endGesture();
  }

  undo(): TaskId | undefined {
    return this.canUndo ? this.#edited.undo() : undefined;
  }

  redo(): TaskId | undefined {
    return this.canRedo ? this.#edited.redo() : undefined;
  }

  flush(): Promise<void> {
    return this.#unsaved.flush();
  }

  /** After a conflict: goes on with the tasks here or the stored ones. The others are an undo away. */
  resolve(keep: 'mine' | 'theirs', stored: Annotation): OutcomeOf<void> {
    if (keep === 'mine' && !canEdit(stored))
      return make.refuse(`It is ${stored.status} now, so it can only be kept here, not saved.`);
    const mine = this.tasks;
    this.#reopen(stored);
    if (keep === 'mine') this.#edited.do({ edit: make.replaceTasks(stored.tasks, mine) });
    else this.#edited.note(make.replaceTasks(mine, stored.tasks));
    this.#keep();
    return succeed(undefined);
  }

  /** Saves what is left and hands the annotation in. False when not all could be saved. */
  async submit(send: (edits: number) => Promise<Annotation>): Promise<boolean> {
    await this.flush();
    if (this.saving.count > 0) return false;
    this.#reopen(await send(this.#unsaved.from));
    return true;
  }

  /** Ends the timers and the claim on what is kept here; nothing kept is lost. */
  close(): void {
    this.#unsaved.stop();
    this.#keeper?.close();
  }

  get #ground(): make.Ground {
    return { tasks: this.tasks, durationMs: this.#durationMs };
  }

  get #refused() {
    return make.refuse(`This annotation is ${this.annotation.status} and can’t be edited.`);
  }

  #endMark(at: Ms, reopen: boolean): OutcomeOf<TaskId> {
    const { marking } = this;
    return this.#act((ground) => make.endMark(ground, { marking, at, reopen }, this.#makeId()));
  }

  #act(plan: (ground: make.Ground) => OutcomeOf<Step>): OutcomeOf<TaskId> {
    const step = this.editable ? plan(this.#ground) : this.#refused;
    if (!step.ok) return step;
    this.#edited.do(step.value);
    return succeed(make.taskOf(step.value.edit) as TaskId);
  }

  #reopen(annotation: Annotation): void {
    const work = storedWork(annotation);
    this.#annotation = annotation;
    this.#edited.restart(work);
    this.#unsaved.restart(work, annotation.savedAt);
    this.#keep();
  }

  #mark(at: Ms | undefined): void {
    this.#edited.mark(at);
    this.#keep();
  }

  #keep(): void {
    const { from, queue: unsaved, sending } = this.#unsaved;
    const { list: tasks, history, marking } = this.#edited;
    this.#keeper?.keep({ from, unsaved, sending, tasks, history, marking });
  }
}
