import type { TaskField } from './naming.svelte.ts';

/** The field that a problem of `checkSubmittable` names: `task 2 outcome`. */
export function fieldOf(path: string): { number: number; field: TaskField } | undefined {
  const [, number, field] = /^task (\d+) (instruction|intent|outcome)$/.exec(path) ?? [];
  return number && field ? { number: Number(number), field: field as TaskField } : undefined;
}
