import type { IntentId } from '#core/ids.ts';
import { taskFields, type LabelSet } from '#core/label-set.ts';
import { draftOf, inTreeOrder, type DraftIntent, type DraftLabels } from './draft-labels.ts';

/** What a browser keeps of labels that are edited and not published. */
export interface KeptLabels {
  /** The version they are to follow; 0 for none. */
  readonly after: number;
  readonly labels: DraftLabels;
  readonly note: string;
}

/** `undefined` where the text is no such thing. */
export function readKept(text: string | undefined): KeptLabels | undefined {
  if (text === undefined) return undefined;
  try {
    const { after, labels, note } = JSON.parse(text) as KeptLabels;
    const isWhole =
      Number.isInteger(after) &&
      typeof note === 'string' &&
      labels.requiredFields.every((field) => taskFields.includes(field)) &&
      labels.intents.every(isIntent) &&
      inTreeOrder(labels.intents).length === labels.intents.length;
    return isWhole ? { after, labels, note } : undefined;
  } catch {
    return undefined;
  }
}

const isIntent = ({ id, name, title, from }: DraftIntent) =>
  [id, name, title].every((each) => typeof each === 'string') && Array.isArray(from);

/** Takes what was edited from one version over to a newer one: each intent carries on what became of
 * it there, and what is new there comes along. `between`: the newer versions, oldest first. */
export function takeOver(kept: KeptLabels, between: readonly LabelSet[]): KeptLabels {
  return between.reduce(takeOverOne, kept);
}

function takeOverOne({ labels, note }: KeptLabels, newer: LabelSet): KeptLabels {
  const heirs = new Map(
    newer.intents.flatMap(({ id, from = [] }) => from.map((old) => [old, id] as const)),
  );
  const claimed = new Set<IntentId>();
  const claim = (old: IntentId): IntentId[] => {
    const heir = heirs.get(old);
    if (heir === undefined || claimed.has(heir)) return [];
    claimed.add(heir);
    return [heir];
  };
  const mine = labels.intents.map((intent) => ({ ...intent, from: intent.from.flatMap(claim) }));
  const standsFor = new Map(
    mine.flatMap(({ id, from }) => from.map((heir) => [heir, id] as const)),
  );
  const theirs = draftOf(newer).intents.filter(({ id }) => !claimed.has(id));
  const joined = theirs.map((intent) => {
    const parentId = intent.parentId && (standsFor.get(intent.parentId) ?? intent.parentId);
    return { ...intent, ...(parentId && { parentId }) };
  });
  return {
    after: newer.version,
    labels: { ...labels, intents: inTreeOrder([...mine, ...joined]) },
    note,
  };
}
