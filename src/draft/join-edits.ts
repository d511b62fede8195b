/** The step that makes one task of two that follow each other. */

import type { Edit } from '#core/edit.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { siblingsOf, type Task } from '#core/task.ts';
import type { Step } from './step.ts';
import { named, refuse, type Ground } from './task-edits.ts';

/** Joins `task` with the one before or after it, and the time between. The longer one stays, with its
 * words; of the other it takes what it lacks itself, its notes and its parts. */
export function joinTasks(
  { tasks, marking }: Ground,
  task: Task,
  direction: 1 | -1,
): OutcomeOf<Step> {
  const beside = nextTo(tasks, task, direction);
  if (!beside)
    return refuse(
      `There is nothing ${direction === 1 ? 'after' : 'before'} ${named(tasks, task)} to join it with.`,
    );
  const [first, last] = direction === 1 ? [task, beside] : [beside, task];
  if (marking !== undefined && marking >= first.endsMs && marking < last.startsMs)
    return refuse('A task is open between the two. End it first, or drop it with Escape.');
  const firstStays = lengthOf(first) >= lengthOf(last);
  const [stays, goes] = firstStays ? [first, last] : [last, first];
  const parts = tasks.filter((each) => each.parentId === goes.id);
  const edits: Edit[] = [
    { kind: 'remove task', task: goes },
    ...parts.map((part): Edit => ({
      kind: 'change task',
      before: part,
      after: { ...part, parentId: stays.id },
    })),
    { kind: 'change task', before: stays, after: joined(stays, goes, first, last) },
  ];
  return succeed({ edit: { kind: 'together', edits } });
}

function joined(stays: Task, goes: Task, first: Task, last: Task): Task {
  const intentId = stays.intentId ?? goes.intentId;
  const outcome = stays.outcome ?? goes.outcome;
  return {
    ...stays,
    startsMs: first.startsMs,
    startOrigin: first.startOrigin,
    endsMs: last.endsMs,
    endOrigin: last.endOrigin,
    instruction: stays.instruction.trim() === '' ? goes.instruction : stays.instruction,
    ...(intentId !== undefined && { intentId }),
    ...(outcome !== undefined && { outcome }),
    flags: [...new Set([...stays.flags, ...goes.flags])],
    notes: [...new Set([first.notes, last.notes])].filter((note) => note.trim() !== '').join('\n'),
  };
}

function nextTo(tasks: readonly Task[], task: Task, direction: 1 | -1): Task | undefined {
  const beside = siblingsOf(tasks, task);
  return direction === 1
    ? beside.find((each) => each.startsMs >= task.endsMs)
    : beside.findLast((each) => each.endsMs <= task.startsMs);
}

const lengthOf = (task: Task): number => task.endsMs - task.startsMs;
