/** Tasks drawn and edges dragged on the timeline: the replay goes along, and back to where it was. */

import type { Edge } from '#core/edge-room.ts';
import type { TaskId } from '#core/ids.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import type { Ms } from '#core/time.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { rollEdge } from '#draft/edge-edits.ts';
import { addTask, moveEdge } from '#draft/task-edits.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import type { Drawn, EdgeMove, Stage, TaskGestures } from '#timeline/task-gestures.ts';

interface Dragging {
  readonly draft: AnnotationDraft;
  readonly playhead: Playhead;
  readonly orTell: (outcome: OutcomeOf<TaskId | undefined>) => TaskId | undefined;
  /** The screen turns to a task, and to one of its edges. */
  readonly turnTo: (id: TaskId | undefined, edge?: Edge) => void;
}

export class TaskDrags implements TaskGestures {
  readonly #on: Dragging;
  #before: { readonly at: Ms; readonly played: boolean } | undefined;

  constructor(on: Dragging) {
    this.#on = on;
  }

  moveEdge({ taskId, edge, at, roll, by }: EdgeMove, stage: Stage): void {
    const { draft, playhead, orTell, turnTo } = this.#on;
    if (by === 'pointer') this.#scrub(at, stage);
    else if (!playhead.playing) playhead.seek(at);
    const task = draft.tasks.find((each) => each.id === taskId);
    if (stage !== 'done' || task === undefined) return;
    const plan = roll ? rollEdge : moveEdge;
    orTell(draft.act((ground) => plan(ground, task, { edge, at })));
    turnTo(taskId, edge);
  }

  draw({ startsMs, endsMs, at }: Drawn, stage: Stage): void {
    const { draft, orTell, turnTo } = this.#on;
    this.#scrub(at, stage);
    if (stage === 'done')
      turnTo(orTell(draft.act((ground) => addTask(ground, { startsMs, endsMs }))));
  }

  #scrub(at: Ms, stage: Stage): void {
    const { playhead } = this.#on;
    if (stage === 'under way') {
      this.#before ??= { at: playhead.at, played: playhead.playing };
      playhead.pause();
      return playhead.seek(at);
    }
    if (this.#before === undefined) return;
    playhead.seek(this.#before.at);
    if (this.#before.played) playhead.play();
    this.#before = undefined;
  }
}
