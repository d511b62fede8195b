import type { Action } from '#core/action.ts';
import { actionsInside } from '#core/actions-inside.ts';
import type { Span } from '#core/time.ts';

/** How many actions, in words; they may not be known yet. */
export function actionCount(count: number | undefined): string {
  if (count === undefined) return 'actions not loaded';
  return `${count} ${count === 1 ? 'action' : 'actions'}`;
}

/** Counts the actions inside of tasks, of each task once: an edit changes few of them. */
export function countInside(actions: readonly Action[]): (task: Span) => number {
  const counts = new WeakMap<Span, number>();
  return (task) => {
    const known = counts.get(task);
    if (known !== undefined) return known;
    const count = actionsInside(task, actions).length;
    counts.set(task, count);
    return count;
  };
}
