/** Plans of what is said of single actions. A label that says nothing any more is none. */

import { saysSomething, type ActionLabel } from '#core/action-label.ts';
import type { Edit } from '#core/edit.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import type { Step } from './step.ts';
import { refuse, type Ground } from './task-edits.ts';

export type ActionMark = 'wrong' | 'redundant' | 'milestone';

/** What is to be said otherwise; `undefined` takes it back. */
export type LabelChange = {
  readonly [Key in Exclude<keyof ActionLabel, 'action'>]?: ActionLabel[Key] | undefined;
};

type Labels = Pick<Ground, 'actionLabels'>;

/** Sets a mark, or takes it back where it is set. */
export function toggleMark(ground: Labels, action: string, mark: ActionMark): OutcomeOf<Step> {
  const isSet = labelFor(ground, action)?.[mark] === true;
  return changeLabel(ground, action, { [mark]: isSet ? undefined : true });
}

export function changeLabel(ground: Labels, action: string, change: LabelChange): OutcomeOf<Step> {
  const before = labelFor(ground, action);
  const after = compact({ ...before, ...change, action });
  return succeed({ edit: labelEdit(before, saysSomething(after) ? after : undefined) });
}

/** Drops labels whole, as one step. */
export function dropLabels(ground: Labels, actions: readonly string[]): OutcomeOf<Step> {
  const dropped = ground.actionLabels.filter(({ action }) => actions.includes(action));
  if (dropped.length === 0) return refuse('There is no such label any more.');
  const edits = dropped.map((label) => labelEdit(label, undefined));
  return succeed({ edit: { kind: 'together', edits } });
}

const labelFor = ({ actionLabels }: Labels, action: string) =>
  actionLabels.find((label) => label.action === action);

const compact = (label: LabelChange & { action: string }): ActionLabel =>
  Object.fromEntries(
    Object.entries(label).filter(([, value]) => value !== undefined),
  ) as unknown as ActionLabel;

const labelEdit = (before?: ActionLabel, after?: ActionLabel): Edit => ({
  kind: 'label action',
  ...(before && { before }),
  ...(after && { after }),
});
