/** What is different between two versions of a label set, intent by intent. */

import type { IntentId } from '#core/ids.ts';
import { taskFields, type Intent, type LabelSet, type RequiredField } from '#core/label-set.ts';
import { groupBy } from './group-by.ts';

export type IntentChange =
  | { readonly kind: 'added' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'retired' }
  | { readonly kind: 'brought back' }
  | { readonly kind: 'renamed'; readonly from: string }
  /** The titles that its tasks had before. */
  | { readonly kind: 'merged'; readonly titles: readonly string[] }
  /** The titles above it, outermost first. */
  | { readonly kind: 'moved'; readonly from: readonly string[]; readonly to: readonly string[] }
  /** Stands elsewhere among its siblings. */
  | { readonly kind: 'reordered' }
  | {
      readonly kind: 'said';
      readonly what: 'description' | 'examples' | 'letter' | 'colour';
      readonly before: string | undefined;
      readonly after: string | undefined;
    };

export interface ChangedIntent {
  readonly intent: Intent;
  /** The titles above it, outermost first. */
  readonly path: readonly string[];
  readonly changes: readonly IntentChange[];
}

export interface LabelDiff {
  /** In the order of the newer tree; what was removed stands at the end. */
  readonly intents: readonly ChangedIntent[];
  readonly asked: readonly RequiredField[];
  readonly notAsked: readonly RequiredField[];
}

type Compared = Pick<LabelSet, 'intents' | 'requiredFields'>;

export const isSame = ({ intents, asked, notAsked }: LabelDiff): boolean =>
  intents.length + asked.length + notAsked.length === 0;

/** `after` names in `from` what it carries on of `before`. */
export function diffLabelSets(before: Compared, after: Compared): LabelDiff {
  const old = treeOf(before.intents);
  const now = treeOf(after.intents);
  const heirs = new Map(
    after.intents.flatMap((intent) => (intent.from ?? []).map((id) => [id, intent.id] as const)),
  );
  const shifted = shiftedIn(before.intents, after.intents, heirs);
  const changed = after.intents.map((intent): ChangedIntent => {
    const ancestors = (intent.from ?? [])
      .map((id) => old.byId.get(id))
      .filter((each) => each !== undefined);
    const path = now.pathOf(intent.id);
    const [main] = ancestors;
    if (main === undefined)
      return { intent, path, changes: [{ kind: 'added' }, ...saidOf(undefined, intent)] };
    const changes: IntentChange[] = [...saidOf(main, intent)];
    if (main.retired !== intent.retired)
      changes.unshift({ kind: intent.retired ? 'retired' : 'brought back' });
    if (main.parentId !== undefined || intent.parentId !== undefined) {
      const parent = main.parentId && heirs.get(main.parentId);
      if (parent !== intent.parentId)
        changes.unshift({ kind: 'moved', from: old.pathOf(main.id), to: path });
    }
    if (shifted.has(intent.id)) changes.unshift({ kind: 'reordered' });
    if (ancestors.length > 1)
      changes.unshift({ kind: 'merged', titles: ancestors.slice(1).map(({ title }) => title) });
    if (main.title !== intent.title) changes.unshift({ kind: 'renamed', from: main.title });
    return { intent, path, changes };
  });
  const removed = before.intents
    .filter(({ id }) => !heirs.has(id))
    .map((intent): ChangedIntent => ({
      intent,
      path: old.pathOf(intent.id),
      changes: [{ kind: 'removed' }],
    }));
  const has = (set: Compared) => (field: RequiredField) => set.requiredFields.includes(field);
  return {
    intents: [...changed.filter(({ changes }) => changes.length > 0), ...removed],
    asked: taskFields.filter(has(after)).filter((field) => !has(before)(field)),
    notAsked: taskFields.filter(has(before)).filter((field) => !has(after)(field)),
  };
}

function saidOf(before: Intent | undefined, after: Intent): readonly IntentChange[] {
  const parts = {
    description: (of?: Intent) => of?.description,
    examples: (of?: Intent) => of?.examples?.join(' · ') || undefined,
    letter: (of?: Intent) => of?.key?.toUpperCase(),
    colour: (of?: Intent) => (of?.colour === undefined ? undefined : String(of.colour + 1)),
  };
  return (Object.keys(parts) as (keyof typeof parts)[])
    .map((what) => ({
      kind: 'said' as const,
      what,
      before: parts[what](before),
      after: parts[what](after),
    }))
    .filter((each) => each.before !== each.after);
}

/** Those that stayed under the same intent and stand in another order there: as few as tell it. */
function shiftedIn(
  before: readonly Intent[],
  after: readonly Intent[],
  heirs: ReadonlyMap<IntentId, IntentId>,
): ReadonlySet<IntentId> {
  const parentOf = new Map(after.map(({ id, parentId }) => [id, parentId]));
  const order = new Map<IntentId, number>();
  const wasUnder = new Map<IntentId, IntentId | undefined>();
  for (const [index, { id, parentId }] of before.entries()) {
    const heir = heirs.get(id);
    if (heir === undefined || order.has(heir)) continue;
    order.set(heir, index);
    wasUnder.set(heir, parentId && heirs.get(parentId));
  }
  const stayed = after.filter(({ id }) => order.has(id) && wasUnder.get(id) === parentOf.get(id));
  const shifted = new Set<IntentId>();
  for (const siblings of groupBy(stayed, ({ parentId }) => parentId).values()) {
    const kept = longestRising(siblings.map(({ id }) => order.get(id)!));
    for (const [index, { id }] of siblings.entries()) if (!kept.has(index)) shifted.add(id);
  }
  return shifted;
}

/** The places of a longest run of rising numbers, not necessarily next to each other. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const best: number[][] = [];
  for (const [index, number] of numbers.entries()) {
    const before = best.filter((run) => numbers[run.at(-1)!]! < number);
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, index]);
  }
  return new Set(best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []));
}

function treeOf(intents: readonly Intent[]) {
  const byId = new Map(intents.map((intent) => [intent.id, intent]));
  const pathOf = (id: IntentId): string[] => {
    const parentId = byId.get(id)?.parentId;
    const parent = parentId && byId.get(parentId);
    return parent ? [...pathOf(parent.id), parent.title] : [];
  };
  return { byId, pathOf };
}

/** The newest of `versions` (oldest first, none left out), naming in `from` what it carries on of the
 * oldest. */
export function overVersions(versions: readonly LabelSet[]): LabelSet {
  const [oldest, ...later] = versions;
  if (oldest === undefined) throw new Error('no version to compare');
  const start = new Map(oldest.intents.map(({ id }) => [id, [id] as readonly IntentId[]]));
  const lines = later.reduce(
    (line, { intents }) =>
      new Map(
        intents.map(({ id, from = [] }) => [id, from.flatMap((each) => line.get(each) ?? [])]),
      ),
    start,
  );
  const newest = versions.at(-1)!;
  return {
    ...newest,
    intents: newest.intents.map((intent) => ({ ...intent, from: lines.get(intent.id) ?? [] })),
  };
}
