/** Labeling as acts at the playhead: carries out the label commands, whether they come by key or by
 * button, and knows which edge and which field they mean. */

import type { IntentId, TaskId } from '#core/ids.ts';
import type { Intent } from '#core/label-set.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import { outcomes, type Outcome, type Task } from '#core/task.ts';
import { ms, type Ms } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import type { Edge } from '#timeline/clamp-edge.ts';
import type { Selection } from '#timeline/selection.svelte.ts';
import type { AnnotationDraft } from './annotation-draft.svelte.ts';
import type { LabelCommandId } from './commands.ts';
import { numberedIntents } from './intent-options.ts';
import { stepTask } from './step-task.ts';

export type TaskField = 'instruction' | 'intent' | 'outcome' | 'notes';

/** A field that shall have the keyboard as soon as it is on screen. */
export interface WantedField {
  readonly taskId: TaskId;
  readonly field: TaskField;
}

interface LabelingOptions {
  readonly draft: AnnotationDraft;
  readonly playhead: Playhead;
  readonly selection: Selection;
  readonly intents: readonly Intent[];
  /** Tells a sentence in passing; `undo` says that it can be taken back. */
  readonly tell: (sentence: string, undo?: () => void) => void;
  readonly submit: () => void;
  readonly nextSession: () => void;
}

export class Labeling {
  readonly draft: AnnotationDraft;
  readonly #on: LabelingOptions;
  #edge = $state.raw<Edge>('end');
  #wanted = $state.raw<WantedField | undefined>();
  readonly #task = $derived.by(() => this.#chosen());

  constructor(options: LabelingOptions) {
    this.#on = options;
    this.draft = options.draft;
  }

  /** The edge of the chosen task that keys move. */
  get edge(): Edge {
    return this.#edge;
  }

  get wanted(): WantedField | undefined {
    return this.#wanted;
  }

  /** The chosen task. */
  get task(): Task | undefined {
    return this.#task;
  }

  run(id: LabelCommandId, chord: string): void {
    const { draft } = this;
    const { playhead } = this.#on;
    switch (id) {
      case 'start':
        return void this.#orTell(draft.markStart(playhead.at));
      case 'end':
        return this.#choose(this.#orTell(draft.markEnd(playhead.at)));
      case 'cut':
        return this.#choose(this.#orTell(draft.cut(playhead.at)));
      case 'split':
        return this.#choose(this.#orTell(draft.split(playhead.at)));
      case 'remove':
        return this.remove();
      case 'other edge':
        return this.chooseEdge(this.#edge === 'start' ? 'end' : 'start');
      case 'earlier':
        return this.nudge(this.#edge, -100);
      case 'later':
        return this.nudge(this.#edge, 100);
      case 'slightly earlier':
        return this.nudge(this.#edge, -10);
      case 'slightly later':
        return this.nudge(this.#edge, 10);
      case 'start here':
        return this.moveEdge('start', playhead.at);
      case 'end here':
        return this.moveEdge('end', playhead.at);
      case 'instruction':
        return this.focus('instruction');
      case 'find intent':
        return this.focus('intent');
      case 'notes':
        return this.focus('notes');
      case 'intent': {
        const intent = numberedIntents(this.#on.intents)[Number(chord) - 1];
        return intent && this.setIntent(intent.id);
      }
      case 'outcome': {
        const outcome = outcomes[Number(chord.at(-1)) - 1];
        return outcome && this.setOutcome(outcome);
      }
      case 'undo':
        return this.#choose(draft.undo());
      case 'redo':
        return this.#choose(draft.redo());
      case 'submit':
        return this.#on.submit();
      case 'next session':
        return this.#on.nextSession();
      default:
        return unreachable(id);
    }
  }

  /** Chooses a task and, with it, the field that is asked for. */
  focus(field: TaskField, id: TaskId | undefined = this.task?.id): void {
    if (id === undefined) return;
    this.#on.selection.selectTask(id);
    this.#wanted = { taskId: id, field };
  }

  focused(): void {
    this.#wanted = undefined;
  }

  chooseEdge(edge: Edge): void {
    this.#edge = edge;
    if (this.task) this.#on.playhead.seek(edgeOf(this.task, edge));
  }

  nudge(edge: Edge, by: number): void {
    if (this.task) this.moveEdge(edge, ms(edgeOf(this.task, edge) + by));
  }

  /** Moves an edge and shows the page as it stands there. */
  moveEdge(edge: Edge, at: Ms): void {
    if (!this.task) return;
    this.#orTell(this.draft.moveEdge(this.task.id, edge, at));
    this.chooseEdge(edge);
  }

  setIntent(intentId: IntentId): void {
    if (this.task) this.#orTell(this.draft.changeTask(this.task.id, { intentId }));
  }

  /** Takes the outcome back where it is already that one. */
  setOutcome(outcome: Outcome): void {
    if (!this.task) return;
    const next = this.task.outcome === outcome ? undefined : outcome;
    this.#orTell(this.draft.changeTask(this.task.id, { outcome: next }));
  }

  remove(): void {
    const { task } = this;
    if (!task) return;
    const { selection, playhead, tell } = this.#on;
    const number = this.draft.tasks.indexOf(task) + 1;
    const beside =
      stepTask(this.draft.tasks, task.id, playhead.at, 1) ??
      stepTask(this.draft.tasks, task.id, playhead.at, -1);
    if (this.#orTell(this.draft.removeTask(task.id)) === undefined) return;
    if (beside) selection.selectTask(beside.id);
    else selection.clearTask();
    const left = this.draft.tasks;
    tell(`Task ${number} removed.`, () => {
      if (this.draft.tasks === left) this.#choose(this.draft.undo());
      else tell('Other edits came after it. Undo those first.');
    });
  }

  #chosen(): Task | undefined {
    const { taskId } = this.#on.selection;
    return this.draft.tasks.find((task) => task.id === taskId);
  }

  #choose(id: TaskId | undefined): void {
    if (this.draft.tasks.some((task) => task.id === id))
      this.#on.selection.selectTask(id as TaskId);
  }

  #orTell<T>(outcome: OutcomeOf<T>): T | undefined {
    if (outcome.ok) return outcome.value;
    this.#on.tell(outcome.problems.map((problem) => problem.sentence).join(' '));
    return undefined;
  }
}

const edgeOf = (task: Task, edge: Edge): Ms => (edge === 'start' ? task.startsMs : task.endsMs);
