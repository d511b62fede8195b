/** One annotation being edited: verbs in, edits out, with undo, redo and saving. Knows no screen,
 * no clock and no database; what it needs of them is handed in. */

import { canEdit, type Annotation } from '#core/annotation.ts';
import type { TaskId } from '#core/ids.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import type { Content } from '#core/content.ts';
import type { Task } from '#core/task.ts';
import type { Ms, Span } from '#core/time.ts';
import type { Edge } from '#core/edge-room.ts';
import { EditedContent } from './edited-content.svelte.ts';
import { storedWork, takeUp, type WorkKeeper } from './kept-work.ts';
import { splitTask } from './split-edits.ts';
import * as make from './task-edits.ts';
import { UnsavedEdits, type SaveWiring } from './unsaved-edits.svelte.ts';

export interface DraftOptions extends SaveWiring {
  readonly annotation: Annotation;
  readonly durationMs: Ms;
  readonly makeId: () => TaskId;
  readonly keeper?: WorkKeeper;
}

/** What an annotator may change of a task by hand; its edges have a verb of their own. */
export type TaskChange = Partial<
  Pick<Task, 'instruction' | 'intentId' | 'outcome' | 'flags' | 'notes'>
>;

export class AnnotationDraft {
  readonly #durationMs: Ms;
  readonly #makeId: () => TaskId;
  readonly #keeper: WorkKeeper | undefined;
  readonly #unsaved: UnsavedEdits;
  readonly #edited: EditedContent;
  #annotation = $state.raw() as Annotation;

  constructor({ annotation, keeper, durationMs, makeId, ...wiring }: DraftOptions) {
    const work = takeUp(annotation, keeper?.found);
    this.#durationMs = durationMs;
    this.#makeId = makeId;
    this.#keeper = keeper;
    this.#annotation = annotation;
    this.#edited = new EditedContent(work, (edit, continues) => this.#unsaved.add(edit, continues));
    this.#unsaved = new UnsavedEdits(work, annotation.savedAt, wiring, () => this.#keep());
  }

  get annotation(): Annotation {
    return this.#annotation;
  }

  get editable(): boolean {
    return canEdit(this.#annotation);
  }

  get tasks(): readonly Task[] {
    return this.content.tasks;
  }

  get content(): Content {
    return this.#edited.content;
  }

  /** Where the task now being marked starts. */
  get marking(): Ms | undefined {
    return this.content.marking;
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

  /** Carries out what `plan` comes to. Answers the task it is about, if it is about one. */
  act(plan: make.Plan): OutcomeOf<TaskId | undefined> {
    const step = this.editable ? plan(this.#ground) : this.#refused;
    if (!step.ok) return step;
    this.#edited.do(step.value);
    return succeed(make.taskOf(step.value.edit));
  }

  markStart(at: Ms): OutcomeOf<TaskId | undefined> {
    return this.act((ground) => make.markStart(ground, at));
  }

  markEnd(at: Ms): OutcomeOf<TaskId | undefined> {
    return this.act((ground) => make.endMark(ground, at, false));
  }

  /** Ends the open task at `at` and opens the next there; where none is open, opens one. */
  cut(at: Ms): OutcomeOf<TaskId | undefined> {
    if (this.marking === undefined) return this.markStart(at);
    return this.act((ground) => make.endMark(ground, at, true));
  }

  cancelMark(): void {
    this.act(make.cancelMark);
  }

  addTask(span: Span): OutcomeOf<TaskId | undefined> {
    return this.act((ground) => make.addTask(ground, span));
  }

  /** Changes of the same `gesture` that follow each other are undone as one. */
  changeTask(id: TaskId, change: TaskChange, gesture?: string): OutcomeOf<TaskId | undefined> {
    return this.act(() => make.changeTask(this.#edited.find(id), change, gesture));
  }

  moveEdge(id: TaskId, edge: Edge, at: Ms, gesture?: string): OutcomeOf<TaskId | undefined> {
    return this.act((ground) =>
      make.moveEdge(ground, this.#edited.find(id), { edge, at }, gesture),
    );
  }

  removeTask(id: TaskId): OutcomeOf<TaskId | undefined> {
    return this.act((ground) => make.removeTask(ground, this.#edited.find(id)));
  }

  split(at: Ms): OutcomeOf<TaskId | undefined> {
    return this.act((ground) => splitTask(ground, at));
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
    return { ...this.content, durationMs: this.#durationMs, makeId: this.#makeId };
  }

  get #refused() {
    return make.refuse(`This annotation is ${this.annotation.status} and can’t be edited.`);
  }

  #reopen(annotation: Annotation): void {
    const work = storedWork(annotation);
    this.#annotation = annotation;
    this.#edited.restart(work);
    this.#unsaved.restart(work, annotation.savedAt);
    this.#keep();
  }

  #keep(): void {
    const { from, queue: unsaved, sending } = this.#unsaved;
    const { content, history } = this.#edited;
    this.#keeper?.keep({ from, unsaved, sending, content, history });
  }
}
