/** Folds a log into what can be undone and done again. Steps make a tree: an edit after an undo grows a
 * branch of its own, so that nothing that ever stood is out of reach. */

import { invertEdit, type Edit } from './edit.ts';
import { editOf, type LogEntry } from './log-entry.ts';
import { changesNothing, joinEdits } from './merge-edits.ts';

/** What is undone at once: an act, a drag, the typing of a sentence. */
export interface LogStep {
  /** The number of its last entry. */
  readonly of: number;
  /** All of it as one edit; absent where the log was not read back that far. */
  readonly edit?: Edit;
  /** The step it was made upon. */
  readonly below?: LogStep;
  /** What redo would do again upon it. */
  readonly next?: LogStep;
}

interface ReplayedEntry {
  /** What it changed; absent where that is not known. */
  readonly effect?: Edit;
  /** The last step that stands after it. */
  readonly stands: LogStep;
  /** The step it made or went on with, took back or did again. */
  readonly step: LogStep;
}

export interface ReplayedLog {
  /** The last step that stands now. */
  readonly stands: LogStep;
  readonly entries: readonly ReplayedEntry[];
}

type Growing = { -readonly [Key in keyof LogStep]: LogStep[Key] };

/** Of a tail, steps from before it stand in it without their edit. */
export function replayLog(log: {
  readonly from: number;
  readonly entries: readonly LogEntry[];
}): ReplayedLog {
  const start: Growing = { of: log.from - 1 };
  const steps = new Map<number, Growing>([[start.of, start]]);
  const entries: ReplayedEntry[] = [];
  let stands = start;
  let open: Growing | undefined = log.from > 0 ? start : undefined;

  const named = (of: number, make: () => Growing): Growing => {
    const step = steps.get(of) ?? make();
    steps.set(of, step);
    return step;
  };
  const unknown = (of: number): Growing => ({ of, below: stands });

  log.entries.forEach((entry, index) => {
    const number = log.from + index;
    if (entry.kind === 'undo') {
      const isUnread = stands.edit === undefined;
      const step = named(entry.of, () => (isUnread ? stands : unknown(entry.of)));
      const below: Growing = step.below ?? { of: NaN };
      below.next = step;
      step.below = below;
      stands = below;
      open = undefined;
      return entries.push({ ...(step.edit && { effect: invertEdit(step.edit) }), stands, step });
    }
    if (entry.kind === 'redo') {
      const step = named(entry.of, () => unknown(entry.of));
      stands.next = step;
      stands = step;
      open = undefined;
      return entries.push({ ...(step.edit && { effect: step.edit }), stands, step });
    }
    const effect = editOf(entry);
    if (entry.continues && open) {
      open.of = number;
      if (open.edit) open.edit = joinEdits(open.edit, effect);
    } else open = { of: number, edit: effect, below: stands };
    steps.set(number, open);
    if (open.edit && open.below) {
      const isNone = changesNothing(open.edit);
      const below: Growing = open.below;
      below.next = isNone ? undefined : open;
      stands = isNone ? below : open;
    }
    return entries.push({ effect, stands, step: open });
  });
  return { stands, entries };
}

export interface Walk {
  readonly kind: 'undo' | 'redo';
  readonly step: LogStep;
}

/** The undos and redos that lead from one step to another; nothing where the log does not tell. */
export function wayTo(from: LogStep, to: LogStep): readonly Walk[] | undefined {
  const down = stepsUnder(from);
  const standing = new Map(down.map((step, index) => [step.of, index]));
  const up: LogStep[] = [];
  let meeting: LogStep | undefined = to;
  while (meeting && !standing.has(meeting.of)) {
    up.unshift(meeting);
    meeting = meeting.below;
  }
  if (meeting === undefined) return undefined;
  const way: Walk[] = [
    ...down.slice(0, standing.get(meeting.of)).map((step): Walk => ({ kind: 'undo', step })),
    ...up.map((step): Walk => ({ kind: 'redo', step })),
  ];
  return way.every(({ step }) => step.edit !== undefined) ? way : undefined;
}

function stepsUnder(step: LogStep): LogStep[] {
  const steps: LogStep[] = [];
  for (let each: LogStep | undefined = step; each; each = each.below) steps.push(each);
  return steps;
}
