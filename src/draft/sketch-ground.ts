import { noContent, type Content } from '#core/content.ts';
import { applyEdit } from '#core/edit.ts';
import type { TaskId } from '#core/ids.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import { byStart, type Task } from '#core/task.ts';
import { ms } from '#core/time.ts';
import type { Step } from './step.ts';
import { sketchTasks } from './sketch-annotation.ts';
import type { Ground, Plan } from './task-edits.ts';

/** Tasks for tests with their parts: `a:0-1000 a/b:200-400`. */
export function sketchTree(text: string): readonly Task[] {
  return sketchTasks(text)
    .map((task) => {
      const [id, part] = task.id.split('/') as [TaskId, TaskId?];
      return part === undefined ? task : { ...task, id: part, parentId: id };
    })
    .sort(byStart);
}

export function printTree(tasks: readonly Task[]): string {
  return tasks
    .map(
      ({ id, parentId, startsMs, endsMs }) =>
        `${parentId === undefined ? '' : `${parentId}/`}${id}:${startsMs}-${endsMs}`,
    )
    .join(' ');
}

/** Carries out plans on tasks of a session of ten seconds; new tasks are n1, n2 … */
export class SketchGround {
  content: Content;
  readonly steps: Step[] = [];
  #made = 0;

  constructor(tasks: readonly Task[] | string) {
    const given = typeof tasks === 'string' ? sketchTree(tasks) : tasks;
    this.content = { ...noContent, tasks: given };
  }

  get ground(): Ground {
    const makeId = () => `n${(this.#made += 1)}` as TaskId;
    return { ...this.content, durationMs: ms(10_000), makeId };
  }

  task(id: string): Task {
    return this.content.tasks.find((each) => each.id === id)!;
  }

  get printed(): string {
    return printTree(this.content.tasks);
  }

  /** The sentence why not, if it was refused. */
  act(plan: Plan): string | undefined {
    const step: OutcomeOf<Step> = plan(this.ground);
    if (!step.ok) return step.problems[0]!.sentence;
    this.steps.push(step.value);
    this.content = applyEdit(this.content, step.value.edit);
    return undefined;
  }
}
