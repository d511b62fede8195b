/** When several edits are one, or none at all. */

import type { Edit } from './edit.ts';

/** Two changes of the same thing as one; nothing where they don't follow from each other. */
export function mergeEdits(first: Edit, second: Edit): Edit | undefined {
  if (first.kind === 'change task' && second.kind === 'change task')
    return first.after.id === second.before.id
      ? { kind: 'change task', before: first.before, after: second.after }
      : undefined;
  if (first.kind === 'label action' && second.kind === 'label action')
    return (first.after ?? first.before)?.action === (second.after ?? second.before)?.action
      ? fromTo('label action', first.before, second.after)
      : undefined;
  if (first.kind === 'mark' && second.kind === 'mark')
    return fromTo('mark', first.before, second.after);
  if (first.kind !== 'together' || second.kind !== 'together') return undefined;
  if (first.edits.length !== second.edits.length) return undefined;
  const edits = first.edits.flatMap((edit, i) => mergeEdits(edit, second.edits[i]!) ?? []);
  return edits.length === first.edits.length ? { kind: 'together', edits } : undefined;
}

/** All of a step as one edit. */
export const joinEdits = (first: Edit, second: Edit): Edit =>
  mergeEdits(first, second) ?? { kind: 'together', edits: [first, second] };

export function changesNothing(edit: Edit): boolean {
  if (edit.kind === 'together') return edit.edits.every(changesNothing);
  if (edit.kind === 'change task' || edit.kind === 'label action' || edit.kind === 'mark')
    return sameValue(edit.before, edit.after);
  return false;
}

/** Of plain data; a field that is undefined is as good as absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  for (const name in left) if (!sameValue(left[name], right[name])) return false;
  for (const name in right) if (!(name in left) && right[name] !== undefined) return false;
  return true;
}

const fromTo = (kind: 'label action' | 'mark', before: unknown, after: unknown): Edit =>
  ({
    kind,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  }) as Edit;
