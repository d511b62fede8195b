/** Cutting at the playhead: carries out the commands that make tasks, part them and join them; what is
 * cut while playing is moved back by the person's reaction lag. */

import type { Edge } from '#core/edge-room.ts';
import type { TaskId } from '#core/ids.ts';
import { meaningPoints } from '#core/meaning-points.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import type { EdgeOrigin, Task } from '#core/task.ts';
import type { Ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { joinTasks } from '#draft/join-edits.ts';
import { splitTask } from '#draft/split-edits.ts';
import { cutInside, indentTask, outdentTask } from '#draft/subtask-edits.ts';
import {
  endMark,
  markStart,
  named,
  removeTask,
  type EdgeOrigins,
  type Ground,
  type Plan,
} from '#draft/task-edits.ts';
import type { CutCommandId } from '#keys/cut-commands.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import type { Selection } from '#timeline/selection.svelte.ts';
import { Carry } from './carry.ts';
import { CutClock } from './cut-clock.ts';
import { Edges } from './edges.svelte.ts';
import { holdKey, type HoldKey } from './hold-key.ts';
import { stepTask } from './step-task.ts';
import { taskBeside } from './task-beside.ts';
import { toggleNotWork } from './toggle-not-work.ts';
import { TaskDrags } from './task-drags.ts';

export interface CuttingOptions {
  readonly draft: AnnotationDraft;
  readonly playhead: Playhead;
  readonly selection: Selection;
  /** Tells a sentence in passing; `undo` says that it can be taken back. */
  readonly tell: (sentence: string, undo?: () => void) => void;
  /** What happened in the session; absent while it is being read. */
  readonly track?: () => Track | undefined;
  /** How late the person presses a key. */
  readonly lagMs?: () => number;
  readonly measureLag?: () => void;
  readonly holdKey?: HoldKey;
}

type Cut = (ground: Ground, at: Ms, origins: EdgeOrigins) => ReturnType<Plan>;

const endOn: Cut = (ground, at, origins) => endMark(ground, at, false, origins);
const cutOn: Cut = (ground, at, origins) => endMark(ground, at, true, origins);

export class Cutting {
  readonly edges: Edges;
  readonly drags: TaskDrags;
  readonly #on: CuttingOptions;
  readonly #carry: Carry;
  readonly #task = $derived.by(() => this.#chosen());
  readonly #points = $derived.by(() => this.#findPoints());
  readonly #clock: CutClock;

  constructor(options: CuttingOptions) {
    const { draft, playhead, tell } = options;
    this.#on = options;
    this.#clock = new CutClock(playhead, options.lagMs);
    const orTell = <T>(outcome: OutcomeOf<T>) => this.orTell(outcome);
    this.edges = new Edges({
      draft,
      playhead,
      orTell,
      now: () => this.#clock.now,
      task: () => this.task,
      points: () => this.#points,
      actions: () => options.track?.()?.actions,
    });
    this.drags = new TaskDrags({
      draft,
      playhead,
      orTell,
      turnTo: (id, edge) => {
        this.choose(id);
        if (edge) this.edges.turnTo(edge);
      },
    });
    this.#carry = new Carry({
      start: () => this.#act(draft.marking === undefined ? markStart : cutOn),
      end: () => this.#act(endOn),
      isOpen: () => draft.marking !== undefined,
      drop: () => draft.cancelMark(),
      hold: options.holdKey ?? holdKey,
      tell,
    });
  }

  /** The edge of the chosen task that keys move. */
  get edge(): Edge {
    return this.edges.chosen;
  }

  /** The chosen task. */
  get task(): Task | undefined {
    return this.#task;
  }

  /** How the start of the open task came to stand where it does. */
  get markOrigin(): EdgeOrigin {
    return this.#clock.originOf(this.#on.draft.marking);
  }

  /** The open task was started otherwise than by a cut. */
  noteMark(origin: EdgeOrigin): void {
    this.#clock.noteMark(this.#on.draft.marking, origin);
  }

  run(id: CutCommandId, chord = ''): void {
    const { draft } = this.#on;
    switch (id) {
      case 'start':
        return void this.#act(markStart);
      case 'end':
        return void this.#act(endOn);
      case 'cut':
        return void this.#act(draft.marking === undefined ? markStart : cutOn);
      case 'carry':
        return this.#carry.press(chord);
      case 'cut inside':
        return void this.#act(cutInside);
      case 'split':
        return this.#split();
      case 'join next':
        return this.#join(1);
      case 'join previous':
        return this.#join(-1);
      case 'indent':
        return this.#change(indentTask);
      case 'outdent':
        return this.#change(outdentTask);
      case 'remove':
        return this.remove();
      case 'not work':
        return void this.orTell(toggleNotWork(this.#on));
      case 'measure lag':
        return this.#on.measureLag?.();
      default:
        return this.edges.run(id);
    }
  }

  /** Goes to an edge of the chosen task. */
  chooseEdge(edge: Edge): void {
    this.edges.choose(edge);
  }

  nudge(edge: Edge, by: number): void {
    this.edges.nudge(by, edge);
  }

  remove(): void {
    const { task } = this;
    if (!task) return;
    const { draft, selection, tell } = this.#on;
    const parts = draft.tasks.filter((each) => each.parentId === task.id).length;
    const along =
      parts === 0 ? '' : parts === 1 ? ' and its subtask' : ` and its ${parts} subtasks`;
    const words = `${named(draft.tasks, task)}${along}`;
    const beside = taskBeside(draft.tasks, task);
    if (!this.#did(draft.act((ground) => removeTask(ground, task)))) return;
    if (beside) selection.selectTask(beside.id);
    else selection.clearTask();
    const left = draft.tasks;
    tell(`${words.charAt(0).toUpperCase()}${words.slice(1)} removed.`, () => {
      if (draft.tasks === left) this.choose(draft.undo());
      else tell('Other edits came after it. Undo those first.');
    });
  }

  /** Turns to a task; where the chosen one is gone, to the one at the playhead or before it. */
  choose(id: TaskId | undefined): void {
    const { draft, selection, playhead } = this.#on;
    if (draft.tasks.some((task) => task.id === id)) return selection.selectTask(id as TaskId);
    if (this.task || selection.taskId === undefined) return;
    const near = stepTask(draft.tasks, undefined, playhead.at, -1);
    if (near) selection.selectTask(near.id);
    else selection.clearTask();
  }

  orTell<T>(outcome: OutcomeOf<T>): T | undefined {
    if (outcome.ok) return outcome.value;
    this.#on.tell(outcome.problems.map((problem) => problem.sentence).join(' '));
    return undefined;
  }

  #act(cut: Cut): boolean {
    const { draft } = this.#on;
    const { at, origin } = this.#clock.now;
    const origins = { startOrigin: this.#clock.originOf(draft.marking), endOrigin: origin };
    const done = draft.act((ground) => cut(ground, at, origins));
    if (done.ok) this.#clock.noteMark(draft.marking, origin);
    return this.#did(done);
  }

  #split(): void {
    const { at, origin } = this.#clock.now;
    const chosen = this.task?.id;
    this.#did(this.#on.draft.act((ground) => splitTask(ground, at, { chosen, origin })));
  }

  #join(direction: 1 | -1): void {
    this.#change((ground, task) => joinTasks(ground, task, direction));
  }

  #change(plan: (ground: Ground, task: Task) => ReturnType<Plan>): void {
    const { task } = this;
    if (task) this.#did(this.#on.draft.act((ground) => plan(ground, task)));
  }

  /** Turns to the task it was about, or tells why it was not done. */
  #did(outcome: OutcomeOf<TaskId | undefined>): boolean {
    this.choose(this.orTell(outcome));
    return outcome.ok;
  }

  #chosen(): Task | undefined {
    const { draft, selection } = this.#on;
    return draft.tasks.find((task) => task.id === selection.taskId);
  }

  #findPoints() {
    const track = this.#on.track?.();
    return track && meaningPoints(track);
  }
}
