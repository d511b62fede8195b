/** Labels as they are edited: a tree in which each intent knows its own short name and what it carries
 * on. The slug follows from its place, so it is never stored and never wrong. */

import type { IntentId } from '#core/ids.ts';
import { usualFields, type Intent, type LabelSet, type RequiredField } from '#core/label-set.ts';
import { groupBy } from './group-by.ts';

export interface DraftIntent extends Omit<Intent, 'slug'> {
  /** Its own part of the slug: stays when it is renamed. */
  readonly name: string;
  readonly from: readonly IntentId[];
}

export interface DraftLabels {
  /** In the order of the tree: each before those below it. */
  readonly intents: readonly DraftIntent[];
  readonly requiredFields: readonly RequiredField[];
}

export const noLabels: DraftLabels = { intents: [], requiredFields: usualFields };

/** A published version as the start of the next: every intent carries on itself. */
export const draftOf = ({ intents, requiredFields }: LabelSet): DraftLabels => ({
  intents: inTreeOrder(
    intents.map(({ slug, ...intent }) => ({
      ...intent,
      name: slug.split('/').at(-1) ?? slug,
      from: [intent.id],
    })),
  ),
  requiredFields,
});

export function slugsOf(intents: readonly DraftIntent[]): ReadonlyMap<IntentId, string> {
  const slugs = new Map<IntentId, string>();
  for (const { id, parentId, name } of intents) {
    const above = parentId && slugs.get(parentId);
    slugs.set(id, above === undefined ? name : `${above}/${name}`);
  }
  return slugs;
}

/** The draft as intents of a set, with the slugs of their places and without blanks. */
export function intentsOf({ intents }: DraftLabels): readonly Intent[] {
  const slugs = slugsOf(intents);
  return intents.map(({ name: _, description, examples, ...intent }) => {
    const said = description?.trim();
    const lines = examples?.map((each) => each.trim()).filter((each) => each !== '') ?? [];
    return {
      ...intent,
      title: intent.title.trim(),
      slug: slugs.get(intent.id)!,
      ...(said && { description: said }),
      ...(lines.length > 0 && { examples: lines }),
    };
  });
}

export const childrenOf = (
  intents: readonly DraftIntent[],
  parentId: IntentId | undefined,
): readonly DraftIntent[] => intents.filter((each) => each.parentId === parentId);

/** An intent and all below it. */
export function branchOf(intents: readonly DraftIntent[], id: IntentId): readonly DraftIntent[] {
  const inside = new Set([id]);
  return intents.filter((each) => {
    if (each.parentId && inside.has(each.parentId)) inside.add(each.id);
    return inside.has(each.id);
  });
}

/** The intents above one, outermost first. */
export function pathTo(intents: readonly DraftIntent[], id: IntentId): readonly DraftIntent[] {
  const byId = new Map(intents.map((each) => [each.id, each]));
  const path: DraftIntent[] = [];
  for (let above = byId.get(id)?.parentId; above !== undefined; above = byId.get(above)?.parentId) {
    const intent = byId.get(above);
    if (intent) path.unshift(intent);
  }
  return path;
}

export function inTreeOrder(intents: readonly DraftIntent[]): readonly DraftIntent[] {
  const below = groupBy(intents, (each) => each.parentId);
  const walk = (parentId: IntentId | undefined): DraftIntent[] =>
    (below.get(parentId) ?? []).flatMap((each) => [each, ...walk(each.id)]);
  return walk(undefined);
}
