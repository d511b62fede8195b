/** Two versions of an annotation that grew from one: what differs, and both as one where that can be. */

import { checkTasks } from '#core/check-tasks.ts';
import type { Content } from '#core/content.ts';
import { sameValue } from '#core/merge-edits.ts';
import { byStart, type Task } from '#core/task.ts';
import { overlaps, type Ms } from '#core/time.ts';

export interface Sides {
  /** What is said before either side went on. */
  readonly base: Content;
  readonly mine: Content;
  readonly theirs: Content;
}

/** What became of a task on one side. */
export type TaskFate = 'same' | 'added' | 'changed' | 'removed' | 'never there';

/** One task on both sides, at least one of which has it. */
export interface TaskPair {
  readonly mine?: Task;
  readonly theirs?: Task;
  readonly mineIs: TaskFate;
  readonly theirsIs: TaskFate;
}

/** All tasks of either side, in order of start. */
export function pairTasks({ base, mine, theirs }: Sides): TaskPair[] {
  const of = (content: Content) => new Map(content.tasks.map((task) => [task.id, task]));
  const [was, here, there] = [of(base), of(mine), of(theirs)];
  return [...new Set([...here.keys(), ...there.keys()])]
    .map((id) => ({
      ...(here.has(id) && { mine: here.get(id)! }),
      ...(there.has(id) && { theirs: there.get(id)! }),
      mineIs: fateOf(was.get(id), here.get(id)),
      theirsIs: fateOf(was.get(id), there.get(id)),
    }))
    .sort((a, b) => byStart((a.mine ?? a.theirs)!, (b.mine ?? b.theirs)!));
}

function fateOf(was: Task | undefined, is: Task | undefined): TaskFate {
  if (was === undefined) return is === undefined ? 'never there' : 'added';
  if (is === undefined) return 'removed';
  return sameValue(was, is) ? 'same' : 'changed';
}

/** What both sides changed, each from the other's view, or nothing where they contradict each other:
 * one thing changed in two ways, or tasks that overlap. */
export function mergeSides({ base, mine, theirs }: Sides, durationMs: Ms): Content | undefined {
  const tasks = mergeById(base.tasks, mine.tasks, theirs.tasks, ({ id }) => id);
  const notWork = mergeById(base.notWork, mine.notWork, theirs.notWork, ({ id }) => id);
  const actionLabels = mergeById(
    base.actionLabels,
    mine.actionLabels,
    theirs.actionLabels,
    ({ action }) => action,
  );
  if (!tasks || !notWork || !actionLabels) return undefined;
  if (!checkTasks(tasks, durationMs).ok) return undefined;
  if (notWork.some((stretch) => tasks.some((task) => overlaps(task, stretch)))) return undefined;
  const marking = mine.marking === base.marking ? theirs.marking : mine.marking;
  const lies = marking !== undefined && tasks.some((task) => inside(task, marking));
  return {
    tasks: tasks.sort(byStart),
    actionLabels,
    notWork: notWork.sort((a, b) => a.startsMs - b.startsMs),
    ...(marking !== undefined && !lies && { marking }),
  };
}

const inside = (task: Task, at: Ms): boolean => task.startsMs <= at && at < task.endsMs;

function mergeById<T, Id>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  idOf: (one: T) => Id,
): T[] | undefined {
  const of = (all: readonly T[]) => new Map(all.map((one) => [idOf(one), one]));
  const [was, here, there] = [of(base), of(mine), of(theirs)];
  const merged: T[] = [];
  for (const id of new Set([...was.keys(), ...here.keys(), ...there.keys()])) {
    const [before, left, right] = [was.get(id), here.get(id), there.get(id)];
    const isMine = sameValue(before, right);
    if (!isMine && !sameValue(before, left) && !sameValue(left, right)) return undefined;
    const one = isMine ? left : right;
    if (one !== undefined) merged.push(one);
  }
  return merged;
}
