import type { IntentId } from '#core/ids.ts';
import { pathTo, slugsOf, type DraftIntent } from './draft-labels.ts';

export interface IntentRow {
  readonly intent: DraftIntent;
  /** 1 for the outermost. */
  readonly level: number;
  readonly at: number;
  readonly siblings: number;
  readonly hasBelow: boolean;
  readonly isOpen: boolean;
  /** Among what was searched for; those above it are shown too. */
  readonly isFound: boolean;
}

export interface Shown {
  readonly folded: ReadonlySet<IntentId>;
  readonly query: string;
  readonly hideRetired: boolean;
  /** Shown whatever else says. */
  readonly chosen: IntentId | undefined;
}

/** The rows of the tree as it stands open: while something is searched for, all that leads to it. */
export function visibleIntents(
  intents: readonly DraftIntent[],
  { folded, query, hideRetired, chosen }: Shown,
): readonly IntentRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const slugs = slugsOf(intents);
  const isFound = (each: DraftIntent) => {
    const text = [each.title, slugs.get(each.id), each.description, ...(each.examples ?? [])]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const wanted = intents.filter(
    (each) => each.id === chosen || (isFound(each) && !(hideRetired && each.retired)),
  );
  const kept = new Set(
    wanted.flatMap(({ id }) => [id, ...pathTo(intents, id).map((above) => above.id)]),
  );
  const shown = intents.filter(({ id }) => kept.has(id));
  const parents = new Set(shown.map(({ parentId }) => parentId));
  const counts = new Map<IntentId | undefined, number>();
  const levels = new Map<IntentId, number>();
  const hidden = new Set<IntentId>();
  const rows = shown.map((intent): IntentRow & { readonly isHidden: boolean } => {
    const { id, parentId } = intent;
    const level = parentId === undefined ? 1 : (levels.get(parentId) ?? 0) + 1;
    levels.set(id, level);
    const at = (counts.get(parentId) ?? 0) + 1;
    counts.set(parentId, at);
    const isOpen = words.length > 0 || !folded.has(id);
    const isHidden = parentId !== undefined && hidden.has(parentId);
    if (isHidden || !isOpen) hidden.add(id);
    const hasBelow = parents.has(id);
    return { intent, level, at, siblings: 0, hasBelow, isOpen, isFound: isFound(intent), isHidden };
  });
  return rows
    .filter(({ isHidden }) => !isHidden)
    .map(({ isHidden: _, ...row }) => ({ ...row, siblings: counts.get(row.intent.parentId)! }));
}
