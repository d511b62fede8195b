import type { TaskField } from './naming.svelte.ts';

/** The field that a problem of `checkSubmittable` names: `task 2.1 outcome`. */
export function fieldOf(path: string): { number: string; field: TaskField } | undefined {
  const [, number, field] = /^task ([\d.]+) (instruction|intent|outcome|notes)$/.exec(path) ?? [];
  return number && field ? { number, field: field as TaskField } : undefined;
}
