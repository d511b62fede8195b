/** Cutting at the playhead: carries out the commands that make tasks and move their edges, and knows
 * which edge they mean. */

import type { TaskId } from '#core/ids.ts';
import type { Edge } from '#core/edge-room.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import { numberOf } from '#core/task-number.ts';
import type { Task } from '#core/task.ts';
import { ms, type Ms } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import type { CutCommandId } from '#keys/cut-commands.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import type { Selection } from '#timeline/selection.svelte.ts';
import { stepTask } from './step-task.ts';

export interface CuttingOptions {
  readonly draft: AnnotationDraft;
  readonly playhead: Playhead;
  readonly selection: Selection;
  /** Tells a sentence in passing; `undo` says that it can be taken back. */
  readonly tell: (sentence: string, undo?: () => void) => void;
}

export class Cutting {
  readonly #on: CuttingOptions;
  #edge = $state.raw<Edge>('end');
  readonly #task = $derived.by(() => this.#chosen());

  constructor(options: CuttingOptions) {
    this.#on = options;
  }

  /** The edge of the chosen task that keys move. */
  get edge(): Edge {
    return this.#edge;
  }

  /** The chosen task. */
  get task(): Task | undefined {
    return this.#task;
  }

  run(id: CutCommandId): void {
    const { draft, playhead } = this.#on;
    switch (id) {
      case 'start':
        return void this.orTell(draft.markStart(playhead.at));
      case 'end':
        return this.choose(this.orTell(draft.markEnd(playhead.at)));
      case 'cut':
        return this.choose(this.orTell(draft.cut(playhead.at)));
      case 'split':
        return this.choose(this.orTell(draft.split(playhead.at)));
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
      default:
        return unreachable(id);
    }
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
    this.orTell(this.#on.draft.moveEdge(this.task.id, edge, at));
    this.chooseEdge(edge);
  }

  remove(): void {
    const { task } = this;
    if (!task) return;
    const { draft, selection, playhead, tell } = this.#on;
    const number = numberOf(draft.tasks, task.id);
    const beside =
      stepTask(draft.tasks, task.id, playhead.at, 1) ??
      stepTask(draft.tasks, task.id, playhead.at, -1);
    if (this.orTell(draft.removeTask(task.id)) === undefined) return;
    if (beside) selection.selectTask(beside.id);
    else selection.clearTask();
    const left = draft.tasks;
    tell(`Task ${number} removed.`, () => {
      if (draft.tasks === left) this.choose(draft.undo());
      else tell('Other edits came after it. Undo those first.');
    });
  }

  choose(id: TaskId | undefined): void {
    const { draft, selection } = this.#on;
    if (draft.tasks.some((task) => task.id === id)) selection.selectTask(id as TaskId);
  }

  orTell<T>(outcome: OutcomeOf<T>): T | undefined {
    if (outcome.ok) return outcome.value;
    this.#on.tell(outcome.problems.map((problem) => problem.sentence).join(' '));
    return undefined;
  }

  #chosen(): Task | undefined {
    const { draft, selection } = this.#on;
    return draft.tasks.find((task) => task.id === selection.taskId);
  }
}

const edgeOf = (task: Task, edge: Edge): Ms => (edge === 'start' ? task.startsMs : task.endsMs);
