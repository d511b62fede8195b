/** An edit as a sentence for the history: `Moved the end of task 2 to 0:42.310`. */

import type { ActionLabel } from './action-label.ts';
import type { Content } from './content.ts';
import { applyEdit, type Edit } from './edit.ts';
import type { IntentId } from './ids.ts';
import { changesNothing, sameValue } from './merge-edits.ts';
import { numberOf } from './task-number.ts';
import type { Task } from './task.ts';
import { formatTime } from './time.ts';
import { unreachable } from './unreachable.ts';

export type IntentTitle = (id: IntentId) => string | undefined;

/** `before` is what was said before it, by which tasks are numbered; absent where that is not known. */
export function describeEdit(
  edit: Edit,
  before: Content | undefined,
  titleOf: IntentTitle = () => undefined,
): string {
  switch (edit.kind) {
    case 'add task':
      return addedTask(edit.task, after(edit, before));
    case 'remove task':
      return `Removed ${nameOf(edit.task, before)}${quoted(edit.task.instruction)}`;
    case 'change task':
      return changedTask(edit.before, edit.after, before, titleOf);
    case 'label action':
      return labeledAction(edit.before, edit.after);
    case 'add not work':
      return `Marked ${spanOf(edit.stretch)} as not work`;
    case 'remove not work':
      return `Made ${spanOf(edit.stretch)} count as work again`;
    case 'mark':
      if (edit.after === undefined) return 'Dropped the open task';
      return `${edit.before === undefined ? 'Opened a task' : 'Moved the open task'} at ${formatTime(edit.after)}`;
    case 'together':
      return together(edit.edits, before, titleOf);
    default:
      return unreachable(edit);
  }
}

function together(all: readonly Edit[], before: Content | undefined, titleOf: IntentTitle): string {
  const edits = all.filter((edit) => !changesNothing(edit) && edit.kind !== 'mark');
  const [first, second] = edits;
  if (first === undefined) {
    const mark = all.find((edit) => !changesNothing(edit));
    return mark ? describeEdit(mark, before, titleOf) : 'Changed nothing';
  }
  if (second === undefined) return describeEdit(first, before, titleOf);
  const change = edits.find((edit) => edit.kind === 'change task');
  const other = edits.find((edit) => edit.kind === 'add task' || edit.kind === 'remove task');
  if (edits.length === 2 && change && other?.kind === 'add task')
    if (change.before.endsMs === other.task.endsMs && change.after.endsMs === other.task.startsMs)
      return `Split ${nameOf(change.before, before)} at ${formatTime(other.task.startsMs)}`;
  if (change && other?.kind === 'remove task' && edits.length === 2)
    if (change.after.startsMs <= other.task.startsMs && change.after.endsMs >= other.task.endsMs)
      return `Joined ${nameOf(other.task, before)} to ${nameOf(change.before, before)}`;
  const parted = edits.find(
    (edit) => edit.kind === 'change task' && edit.before.parentId !== edit.after.parentId,
  );
  if (parted && edits.length === 2 && edits.every(({ kind }) => kind === 'change task'))
    return describeEdit(parted, before, titleOf);
  return `Changed several things at once: ${countsOf(edits)}`;
}

const counted = [
  ['add task', 'added', 'task'],
  ['change task', 'changed', 'task'],
  ['remove task', 'removed', 'task'],
  ['label action', 'labeled', 'action'],
  ['add not work', 'added', 'stretch that is not work'],
  ['remove not work', 'removed', 'stretch that is not work'],
] as const;

function countsOf(edits: readonly Edit[]): string {
  return counted
    .flatMap(([kind, verb, thing]) => {
      const count = edits.filter((edit) => edit.kind === kind).length;
      if (count === 0) return [];
      return `${verb} ${count} ${count === 1 ? thing : thing.replace(/^(task|action|stretch)/, (word) => (word === 'stretch' ? 'stretches' : `${word}s`))}`;
    })
    .join(', ');
}

function addedTask(task: Task, content: Content | undefined): string {
  const name = nameOf(task, content);
  const over = spanOf(task);
  return task.source ? `Took over a suggestion as ${name}, ${over}` : `Added ${name}, ${over}`;
}

function changedTask(
  was: Task,
  is: Task,
  content: Content | undefined,
  titleOf: IntentTitle,
): string {
  const task = nameOf(was, content);
  const said = [
    ...movedEdges(was, is, task),
    ...(was.instruction === is.instruction
      ? []
      : [is.instruction ? `Named ${task}${quoted(is.instruction)}` : `Took the name off ${task}`]),
    ...(was.intentId === is.intentId
      ? []
      : [
          is.intentId
            ? `Set the intent of ${task} to ${titleOf(is.intentId) ?? 'another'}`
            : `Took the intent off ${task}`,
        ]),
    ...(was.outcome === is.outcome
      ? []
      : [
          is.outcome
            ? `Set the outcome of ${task} to ${is.outcome}`
            : `Took the outcome off ${task}`,
        ]),
    ...(sameValue(was.flags, is.flags)
      ? []
      : [
          is.flags.length > 0
            ? `Flagged ${task}: ${is.flags.join(', ')}`
            : `Took all flags off ${task}`,
        ]),
    ...(was.notes === is.notes
      ? []
      : [is.notes ? `Noted on ${task}:${quoted(is.notes)}` : `Took the note off ${task}`]),
    ...(was.parentId === is.parentId
      ? []
      : [
          is.parentId
            ? `Made ${task} a part of ${numbered(is.parentId, content)}`
            : `Made ${task} stand by itself`,
        ]),
  ];
  return said.length > 0
    ? said.map((each, i) => (i === 0 ? each : lower(each))).join(', ')
    : `Changed ${task}`;
}

function movedEdges(was: Task, is: Task, task: string): string[] {
  const start = was.startsMs !== is.startsMs;
  const end = was.endsMs !== is.endsMs;
  if (start && end) return [`Moved ${task} to ${spanOf(is)}`];
  if (start) return [`Moved the start of ${task} to ${formatTime(is.startsMs)}`];
  return end ? [`Moved the end of ${task} to ${formatTime(is.endsMs)}`] : [];
}

function labeledAction(was: ActionLabel | undefined, is: ActionLabel | undefined): string {
  if (is === undefined) return 'Took the label off an action';
  const marks = (['wrong', 'redundant', 'milestone'] as const).filter(
    (mark) => is[mark] && !was?.[mark],
  );
  if (marks.length > 0) return `Labeled an action as ${marks.join(' and ')}`;
  if (is.text !== was?.text) return `Corrected the text of an action${quoted(is.text ?? '')}`;
  if (is.target !== was?.target)
    return `Corrected the target of an action${quoted(is.target ?? '')}`;
  return 'Changed the label of an action';
}

export const lower = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1);

const nameOf = (task: Task, content: Content | undefined): string => numbered(task.id, content);

function numbered(id: Task['id'], content: Content | undefined): string {
  const number = content && numberOf(content.tasks, id);
  return number ? `task ${number}` : 'a task';
}

const spanOf = ({ startsMs, endsMs }: Pick<Task, 'startsMs' | 'endsMs'>): string =>
  `${formatTime(startsMs)} to ${formatTime(endsMs)}`;

const mostCharacters = 60;

function quoted(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line === '') return '';
  return ` “${line.length > mostCharacters ? `${line.slice(0, mostCharacters - 1)}…` : line}”`;
}

function after(edit: Edit, before: Content | undefined): Content | undefined {
  try {
    return before && applyEdit(before, edit);
  } catch {
    return undefined;
  }
}
