/** One annotation being edited: verbs in, edits out, with undo, redo and saving. Knows no screen,
 * no clock and no database; what it needs of them is handed in. */

import { canEdit, type Annotation } from '#core/annotation.ts';
import type { TaskId } from '#core/ids.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { contentOf, type Content } from '#core/content.ts';
import type { LogTail } from '#core/log-entry.ts';
import type { LogStep } from '#core/replay-log.ts';
import type { Task } from '#core/task.ts';
import type { Ms, Span } from '#core/time.ts';
import type { Edge } from '#core/edge-room.ts';
import { mergeSides, type Sides } from './both-sides.ts';
import { EditedContent } from './edited-content.svelte.ts';
import { takeUp, type OpenedWork, type WorkKeeper } from './kept-work.ts';
import type { PenState } from './pen.svelte.ts';
import { replaceContent } from './replace-content.ts';
import { splitTask } from './split-edits.ts';
import { apartFromNotWork } from './not-work-edits.ts';
import * as make from './task-edits.ts';
import { UnsavedEdits, type SaveWiring } from './unsaved-edits.svelte.ts';

export interface DraftOptions extends SaveWiring {
  readonly annotation: Annotation;
  readonly durationMs: Ms;
  readonly makeId: () => TaskId;
  readonly keeper?: WorkKeeper | undefined;
  /** Why this browser keeps nothing, where there is no keeper. */
  readonly notKept?: string | undefined;
  /** Reads the annotation as it is stored now. */
  readonly load?: () => Promise<Annotation>;
  /** Told when another window turns out to have the pen. */
  readonly lostPen?: () => void;
}

/** What an annotator may change of a task by hand; its edges have a verb of their own. */
export type TaskChange = Partial<
  Pick<Task, 'instruction' | 'intentId' | 'outcome' | 'flags' | 'notes'>
>;

export class AnnotationDraft {
  readonly #options: DraftOptions;
  readonly #unsaved: UnsavedEdits;
  readonly #edited: EditedContent;
  #annotation = $state.raw() as Annotation;
  #hasPen = $state(true);
  #notKept = $state.raw<string>();
  #sides = $state.raw<Sides>();

  constructor(options: DraftOptions) {
    const { annotation, keeper, notKept, now } = options;
    const work = takeUp(annotation, keeper?.found);
    this.#options = options;
    this.#notKept = notKept;
    this.#annotation = annotation;
    this.#edited = new EditedContent(work, {
      now,
      changed: (change, continues) => this.#unsaved.add(change, continues),
    });
    this.#unsaved = new UnsavedEdits(work, annotation.savedAt, options, {
      changed: () => this.#keep(),
      refused: (state) => (state === 'held' ? options.lostPen?.() : void this.refresh()),
    });
    this.#sides = this.#sidesOf(work);
  }

  get annotation(): Annotation {
    return this.#annotation;
  }

  get editable(): boolean {
    return canEdit(this.#annotation) && this.#hasPen;
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

  /** Why this browser can't keep what is not saved yet, where it can't. */
  get notKept(): string | undefined {
    return this.#notKept;
  }

  /** How many edits are known to be stored. */
  get stored(): number {
    return this.#unsaved.from;
  }

  /** All that was done, as far back as it was read. */
  get log(): Pick<EditedContent, 'log' | 'replayed'> {
    return this.#edited;
  }

  /** Both versions, where work was saved elsewhere that does not fit what stands here. */
  get sides(): Sides | undefined {
    return this.#sides;
  }

  get canUndo(): boolean {
    return this.editable && this.#edited.canUndo;
  }

  get canRedo(): boolean {
    return this.editable && this.#edited.canRedo;
  }

  /** Carries out what `plan` comes to. Answers the task it is about, if it is about one. */
  act(plan: make.Plan): OutcomeOf<TaskId | undefined> {
    const planned = this.editable ? plan(this.#ground) : this.#refused;
    const step = planned.ok ? apartFromNotWork(this.content, planned.value) : planned;
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

  /** Back, or forth again, to where `step` was the last one that stood. */
  goTo(step: LogStep): TaskId | undefined {
    return this.editable ? this.#edited.goTo(step) : undefined;
  }

  /** Entries from before those that were known. */
  extendLog(earlier: LogTail): void {
    this.#edited.extend(earlier);
  }

  flush(): Promise<void> {
    return this.#unsaved.flush();
  }

  /** Who has the pen: while it is another window, nothing is edited or sent here, and what that one saves
   * is shown where nothing unsaved stands. */
  hearPen({ isMine, edits, status }: Pick<PenState, 'isMine' | 'edits' | 'status'>): void {
    this.#hasPen = isMine;
    if (!isMine) {
      this.#edited.endGesture();
      this.#unsaved.hold();
    }
    // What is being saved here may be counted already.
    const isNews = edits > this.stored || status !== this.#annotation.status;
    if (isNews && this.saving.state.kind !== 'saving') void this.refresh();
    else if (isMine) this.#unsaved.release();
  }

  /** Reads what is stored, and goes on from there with what is not; where the two don't fit, both stand
   * until one is chosen. */
  async refresh(): Promise<void> {
    const stored = await this.#options.load?.().catch(() => undefined);
    if (stored === undefined) return;
    const { from, base, queue: unsaved, sending } = this.#unsaved;
    if (stored.edits < from) return;
    this.#reopen(stored, takeUp(stored, { from, base, unsaved, sending }));
    if (!this.#hasPen) this.#unsaved.hold();
  }

  /** After a conflict: goes on with what is here, what is stored, or both. What was not chosen is an
   * undo away, or a redo. */
  resolve(keep: 'mine' | 'theirs' | 'both'): OutcomeOf<void> {
    const sides = this.#sides;
    const { annotation } = this;
    if (sides === undefined) return succeed(undefined);
    if (canEdit(annotation) && !this.#hasPen) return this.#refused;
    const both = keep === 'both' ? mergeSides(sides, this.#options.durationMs) : undefined;
    if (keep === 'both' && both === undefined)
      return make.refuse('The two contradict each other, so one of them has to be chosen.');
    if (keep !== 'theirs' && !canEdit(annotation))
      return make.refuse(`It is ${annotation.status} now, so it can only be kept here, not saved.`);
    const { mine, theirs } = sides;
    this.#reopen(annotation, takeUp(annotation, undefined));
    if (!canEdit(annotation)) return succeed(undefined);
    this.#edited.do({ edit: replaceContent(theirs, mine) });
    if (keep === 'theirs' && this.saving.count > 0) this.#edited.undo();
    if (both) this.#edited.do({ edit: replaceContent(mine, both) });
    return succeed(undefined);
  }

  /** Saves what is left and hands the annotation in. False when not all could be saved. */
  async submit(send: (edits: number) => Promise<Annotation>): Promise<boolean> {
    await this.flush();
    if (this.saving.count > 0) return false;
    const handedIn = await send(this.#unsaved.from);
    const annotation = { ...handedIn, log: this.#edited.log };
    this.#reopen(annotation, takeUp(annotation, undefined));
    return true;
  }

  /** Ends the timers and the claim on what is kept here; nothing kept is lost. */
  close(): void {
    this.#unsaved.stop();
    this.#options.keeper?.close();
  }

  get #ground(): make.Ground {
    const { durationMs, makeId } = this.#options;
    return { ...this.content, durationMs, makeId };
  }

  get #refused() {
    return make.refuse(
      canEdit(this.annotation)
        ? 'This annotation is open in another window. Take it over to edit it here.'
        : `This annotation is ${this.annotation.status} and can’t be edited.`,
    );
  }

  #sidesOf({ conflict, base, content }: OpenedWork): Sides | undefined {
    return conflict && { base, mine: content, theirs: contentOf(this.#annotation) };
  }

  #reopen(annotation: Annotation, work: OpenedWork): void {
    this.#annotation = annotation;
    this.#sides = this.#sidesOf(work);
    this.#edited.restart(work);
    this.#unsaved.restart(work, annotation.savedAt);
    this.#keep();
  }

  #keep(): void {
    const { from, base, queue: unsaved, sending } = this.#unsaved;
    void this.#options.keeper
      ?.keep({ from, base, unsaved, sending })
      .then((why) => (this.#notKept = why));
  }
}
