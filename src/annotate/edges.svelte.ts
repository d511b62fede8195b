/** The edge that keys move: which it is, where it goes, and what it was brought to. */

import type { Action } from '#core/action.ts';
import { clampEdge, edgeOf, edgeRoom, type Edge } from '#core/edge-room.ts';
import { nextActionEdge, nextPoint, pointAt, type MeaningPoint } from '#core/meaning-points.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import type { EdgeOrigin, Task } from '#core/task.ts';
import { ms, type Ms } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { rollEdge } from '#draft/edge-edits.ts';
import { moveEdge } from '#draft/task-edits.ts';
import type { EdgeCommandId } from '#keys/cut-commands.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import type { CutPoint } from './cut-clock.ts';

interface EdgesOptions {
  readonly draft: AnnotationDraft;
  readonly playhead: Playhead;
  readonly task: () => Task | undefined;
  /** Absent while they are not known. */
  readonly points: () => readonly MeaningPoint[] | undefined;
  readonly actions: () => readonly Action[] | undefined;
  /** Where what is done by key now falls. */
  readonly now: () => CutPoint;
  readonly orTell: (outcome: OutcomeOf<unknown>) => void;
}

interface Move {
  readonly edge: Edge;
  readonly at: Ms;
  readonly origin?: EdgeOrigin;
}

export class Edges {
  readonly #on: EdgesOptions;
  #chosen = $state.raw<Edge>('end');
  #rolls = $state.raw(false);
  #said = $state.raw<{ readonly of: Task['id'] | undefined; readonly words: string }>();

  constructor(options: EdgesOptions) {
    this.#on = options;
  }

  /** The one that keys move. */
  get chosen(): Edge {
    return this.#chosen;
  }

  /** Whether the touching edge of the neighbour goes along. */
  get rolls(): boolean {
    return this.#rolls;
  }

  /** What came of the last move of the chosen task, in passing. */
  get said(): string {
    return this.#said?.of === this.#on.task()?.id ? (this.#said?.words ?? '') : '';
  }

  /** What happens where an edge of the chosen task stands. */
  pointAt(edge: Edge): MeaningPoint | undefined {
    const task = this.#on.task();
    const points = this.#on.points();
    return task && points && pointAt(points, edgeOf(task, edge));
  }

  run(id: EdgeCommandId): void {
    switch (id) {
      case 'other edge':
        return this.choose(this.#chosen === 'start' ? 'end' : 'start');
      case 'both edges':
        return this.toggleRoll();
      case 'snap back':
        return this.snap(-1);
      case 'snap on':
        return this.snap(1);
      case 'action less':
        return this.byAction(-1);
      case 'action more':
        return this.byAction(1);
      case 'earlier':
        return this.nudge(-100);
      case 'later':
        return this.nudge(100);
      case 'slightly earlier':
        return this.nudge(-10);
      case 'slightly later':
        return this.nudge(10);
      case 'start here':
        return this.move({ edge: 'start', ...this.#on.now() });
      case 'end here':
        return this.move({ edge: 'end', ...this.#on.now() });
      default:
        return unreachable(id);
    }
  }

  toggleRoll(): void {
    this.#rolls = !this.#rolls;
    this.#say(
      this.#rolls ? 'A touching edge goes along from now on.' : 'Each edge moves alone again.',
    );
  }

  /** Chooses an edge, and shows the page as it stands there unless that would stop the playing. */
  choose(edge: Edge): void {
    this.#chosen = edge;
    this.#say('');
    this.#show();
  }

  /** It was moved otherwise. */
  turnTo(edge: Edge): void {
    this.#chosen = edge;
    this.#say('');
  }

  nudge(by: number, edge = this.#chosen): void {
    const task = this.#on.task();
    if (task) this.move({ edge, at: ms(edgeOf(task, edge) + by) });
  }

  snap(direction: 1 | -1): void {
    const points = this.#on.points();
    this.#goTo(
      points && ((task, edge) => nextPoint(points, edgeOf(task, edge), direction)),
      direction,
    );
  }

  byAction(direction: 1 | -1): void {
    const actions = this.#on.actions();
    this.#goTo(
      actions && ((task, edge) => nextActionEdge(actions, edge, edgeOf(task, edge), direction)),
      direction,
    );
  }

  /** As far as its neighbours leave room; they are never shoved. */
  move({ edge, at, origin }: Move, words = ''): void {
    const { draft, orTell } = this.#on;
    const task = this.#on.task();
    if (!task) return;
    const plan = this.#rolls ? rollEdge : moveEdge;
    orTell(draft.act((ground) => plan(ground, task, { edge, at, ...(origin && { origin }) })));
    this.#chosen = edge;
    const now = this.#on.task();
    const stopped = now && edgeOf(now, edge) !== Math.round(at);
    this.#say(stopped ? 'That is as far as it goes.' : words);
    this.#show();
  }

  #goTo(
    find: ((task: Task, edge: Edge) => MeaningPoint | undefined) | undefined,
    direction: 1 | -1,
  ): void {
    const task = this.#on.task();
    if (!task) return;
    const edge = this.#chosen;
    const point = find?.(task, edge);
    if (find === undefined) this.#say('What happened is still being read. Try again in a moment.');
    else if (point === undefined || !this.#reaches(task, edge, point.atMs))
      this.#say(`Nothing happens ${direction === 1 ? 'after' : 'before'} it as far as it can go.`);
    else this.move({ edge, at: point.atMs, origin: 'snap' }, `Snapped to: ${point.words}`);
  }

  #reaches(task: Task, edge: Edge, at: Ms): boolean {
    const { draft, playhead } = this.#on;
    if (this.#rolls) return true;
    return clampEdge(edgeRoom(draft.tasks, task, edge, playhead.durationMs), at) === at;
  }

  #show(): void {
    const { playhead } = this.#on;
    const task = this.#on.task();
    if (task && !playhead.playing) playhead.seek(edgeOf(task, this.#chosen));
  }

  #say(words: string): void {
    this.#said = { of: this.#on.task()?.id, words };
  }
}
