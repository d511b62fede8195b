/** What a person's acts on the tree of labels come to, or a sentence why not. What was published is
 * retired rather than removed, so that whatever was labeled with it stays readable. */

import type { IntentId } from '#core/ids.ts';
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { branchOf, childrenOf, type DraftIntent, type DraftLabels } from './draft-labels.ts';
import type { IntentPlace, LabelEdit } from './label-edit.ts';
import { slugOf } from './slug-of.ts';

/** How deep a tree may be: what a person still finds their way in. */
export const deepest = 5;

export interface LabelStep {
  readonly edit: LabelEdit;
  /** The intent to turn to. */
  readonly chosen?: IntentId | undefined;
}

const refuse = (sentence: string): OutcomeOf<never> => fail({ path: 'labels', sentence });

const find = ({ intents }: DraftLabels, id: IntentId): DraftIntent => {
  const found = intents.find((each) => each.id === id);
  if (!found) throw new Error(`intent ${id} is not there`);
  return found;
};

const placeOf = ({ intents }: DraftLabels, { id, parentId }: DraftIntent): IntentPlace => ({
  parentId,
  at: childrenOf(intents, parentId).findIndex((each) => each.id === id),
});

/** A new intent after `id`, beside it or as the first below it; the first of all where `id` is absent. */
export function addIntent(
  labels: DraftLabels,
  intentId: IntentId,
  { after, below = false }: { after?: IntentId | undefined; below?: boolean },
): OutcomeOf<LabelStep> {
  const beside = after && find(labels, after);
  const parentId = below ? after : beside?.parentId;
  const at = below ? 0 : beside ? placeOf(labels, beside).at + 1 : 0;
  if (below && after && depthOf(labels, after) === deepest) return tooDeep();
  const intent: DraftIntent = {
    id: intentId,
    ...(parentId && { parentId }),
    name: '',
    title: '',
    from: [],
  };
  return succeed({ edit: { kind: 'add intent', intent, at }, chosen: intentId });
}

export type IntentChange = Partial<
  Pick<DraftIntent, 'title' | 'description' | 'examples' | 'key' | 'colour'>
>;

/** Whatever is `undefined` in `change` is taken away. A name not yet published follows the title. */
export function changeIntent(
  labels: DraftLabels,
  id: IntentId,
  change: { readonly [K in keyof IntentChange]?: IntentChange[K] | undefined },
): OutcomeOf<LabelStep> {
  const before = find(labels, id);
  const changed = { ...before, ...change };
  const name = before.from.length === 0 ? nameFor(id, changed.title) : before.name;
  const after = Object.fromEntries(
    Object.entries({ ...changed, name }).filter(([, value]) => value !== undefined),
  ) as unknown as DraftIntent;
  return succeed({ edit: { kind: 'change intent', before, after }, chosen: id });
}

/** A title without Latin letters gets a name that says nothing, which is better than none. */
const nameFor = (id: IntentId, title: string): string =>
  slugOf(title) || (title.trim() && `intent-${id.slice(0, 6)}`);

export type Way = 'up' | 'down' | 'in' | 'out';

/** One step through the tree, with all that is below it. */
export function moveIntent(labels: DraftLabels, id: IntentId, way: Way): OutcomeOf<LabelStep> {
  const intent = find(labels, id);
  const before = placeOf(labels, intent);
  const after = nextPlace(labels, intent, before, way);
  if (!after.ok) return after;
  return succeed({ edit: { kind: 'move intent', id, before, after: after.value }, chosen: id });
}

function nextPlace(
  labels: DraftLabels,
  intent: DraftIntent,
  { parentId, at }: IntentPlace,
  way: Way,
): OutcomeOf<IntentPlace> {
  const siblings = childrenOf(labels.intents, parentId);
  if (way === 'up' || way === 'down') {
    const to = at + (way === 'up' ? -1 : 1);
    if (to < 0 || to >= siblings.length)
      return refuse(`It is the ${way === 'up' ? 'first' : 'last'} here already.`);
    return succeed({ parentId, at: to });
  }
  if (way === 'out') {
    if (parentId === undefined) return refuse('It is on the outermost level already.');
    const above = find(labels, parentId);
    return succeed({ parentId: above.parentId, at: placeOf(labels, above).at + 1 });
  }
  const before = siblings[at - 1];
  if (!before) return refuse('There is none before it here that it could go under.');
  if (depthOf(labels, intent.id) + heightOf(labels, intent.id) > deepest) return tooDeep();
  return succeed({ parentId: before.id, at: childrenOf(labels.intents, before.id).length });
}

/** Retires what was published and removes what was not, each with all below it. */
export function dropIntent(labels: DraftLabels, id: IntentId): OutcomeOf<LabelStep> {
  const branch = branchOf(labels.intents, id);
  const keeps = (each: DraftIntent) =>
    branchOf(labels.intents, each.id).some(({ from }) => from.length > 0);
  const removed = branch.filter((each) => !keeps(each));
  const used = branch.filter((each) => keeps(each) && !each.retired);
  if (removed.length + used.length === 0) return refuse('It is retired already.');
  const edits = [...used.map(retire), ...removals(labels, removed)];
  return succeed({ edit: together(edits), chosen: keeps(branch[0]!) ? id : beside(labels, id) });
}

const retire = (before: DraftIntent): LabelEdit => ({
  kind: 'change intent',
  before,
  after: retired(before),
});

/** Its letter is free for another. */
export const retired = ({ key: _, ...rest }: DraftIntent): DraftIntent => ({
  ...rest,
  retired: true,
});

/** Lets a retired intent be chosen again. */
export function bringBack(labels: DraftLabels, id: IntentId): OutcomeOf<LabelStep> {
  const before = find(labels, id);
  const { retired: wasRetired, ...after } = before;
  if (!wasRetired) return refuse('It is not retired.');
  return succeed({ edit: { kind: 'change intent', before, after }, chosen: id });
}

/** Tasks labeled `id` read as `into` from then on; what is below it comes along. */
export function mergeIntent(
  labels: DraftLabels,
  id: IntentId,
  into: IntentId,
): OutcomeOf<LabelStep> {
  const [gone, heir] = [find(labels, id), find(labels, into)];
  if (branchOf(labels.intents, id).includes(heir))
    return refuse(`“${heir.title}” is below it. Move it out first.`);
  if (heir.retired) return refuse(`“${heir.title}” is retired. Bring it back first.`);
  const children = childrenOf(labels.intents, id);
  const there = childrenOf(labels.intents, into).filter((each) => each.id !== id).length;
  if (children.some((each) => depthOf(labels, into) + heightOf(labels, each.id) > deepest))
    return tooDeep();
  const moves = children.map((each, index): LabelEdit => ({
    kind: 'move intent',
    id: each.id,
    before: { parentId: id, at: 0 },
    after: { parentId: into, at: there + index + Number(gone.parentId === into) },
  }));
  const after: DraftIntent = {
    ...heir,
    from: [...heir.from, ...gone.from],
    ...(gone.examples?.length && {
      examples: [...new Set([...(heir.examples ?? []), ...gone.examples])],
    }),
  };
  const at = placeOf(labels, gone).at;
  return succeed({
    edit: together([
      { kind: 'change intent', before: heir, after },
      ...moves,
      { kind: 'remove intent', intent: gone, at },
    ]),
    chosen: into,
  });
}

/** The edits that take leaves first, so that each can be put back where it was. */
function removals(labels: DraftLabels, intents: readonly DraftIntent[]): LabelEdit[] {
  return [...intents].reverse().map((intent) => ({
    kind: 'remove intent',
    intent,
    at: placeOf(labels, intent).at,
  }));
}

const together = (edits: readonly LabelEdit[]): LabelEdit =>
  edits.length === 1 ? edits[0]! : { kind: 'together', edits };

const tooDeep = () => refuse(`A label set has at most ${deepest} levels.`);

/** Where the eye goes when an intent is gone: the next beside it, the one before, the one above. */
function beside(labels: DraftLabels, id: IntentId): IntentId | undefined {
  const intent = find(labels, id);
  const siblings = childrenOf(labels.intents, intent.parentId);
  const { at } = placeOf(labels, intent);
  return (siblings[at + 1] ?? siblings[at - 1])?.id ?? intent.parentId;
}

/** 1 for the outermost level. */
export function depthOf(labels: DraftLabels, id: IntentId): number {
  const { parentId } = find(labels, id);
  return parentId === undefined ? 1 : depthOf(labels, parentId) + 1;
}

function heightOf(labels: DraftLabels, id: IntentId): number {
  const below = childrenOf(labels.intents, id).map((each) => heightOf(labels, each.id));
  return 1 + Math.max(0, ...below);
}
