import { actionKey, type ActionLabel } from '#core/action-label.ts';
import type { Action } from '#core/action.ts';

export const byAction = (labels: readonly ActionLabel[]): ReadonlyMap<string, ActionLabel> =>
  new Map(labels.map((label) => [label.action, label]));

/** Labels of actions that are not among `actions` any more; none while those are not known. */
export function lostLabels(
  labels: readonly ActionLabel[],
  actions: readonly Action[],
): readonly ActionLabel[] {
  if (labels.length === 0 || actions.length === 0) return [];
  const known = new Set(actions.map(actionKey));
  return labels.filter(({ action }) => !known.has(action));
}
