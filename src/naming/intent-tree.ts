/** A label set's tree as it is chosen from: read once, so that every later look is a look-up. */

import type { IntentId } from '#core/ids.ts';
import type { Intent } from '#core/label-set.ts';

export interface PlacedIntent {
  readonly intent: Intent;
  /** The names above it, outermost first. */
  readonly path: readonly string[];
  /** The digit that chooses it, where it has one. */
  readonly digit?: string;
  /** All it may be found by beside its title and path, in lower case. */
  readonly also: string;
}

export interface IntentTree {
  /** Those that can be chosen, in the order of the tree: each before those below it. */
  readonly placed: readonly PlacedIntent[];
  /** Retired ones too, since they are still shown where they were chosen. */
  readonly byId: ReadonlyMap<IntentId, PlacedIntent>;
  readonly bySlug: ReadonlyMap<string, PlacedIntent>;
  /** The first nine that have none below them, by their digit. */
  readonly byDigit: ReadonlyMap<string, PlacedIntent>;
  readonly byLetter: ReadonlyMap<string, PlacedIntent>;
}

const mostDigits = 9;

export function readIntents(intents: readonly Intent[]): IntentTree {
  const below = new Map<IntentId | undefined, Intent[]>();
  for (const intent of intents) {
    const group = below.get(intent.parentId);
    if (group) group.push(intent);
    else below.set(intent.parentId, [intent]);
  }
  const byId = new Map<IntentId, PlacedIntent>();
  const byDigit = new Map<string, PlacedIntent>();
  const byLetter = new Map<string, PlacedIntent>();
  const place = (parent: IntentId | undefined, path: readonly string[]): void => {
    for (const intent of below.get(parent) ?? []) {
      const isLeaf = !below.has(intent.id);
      const digit =
        isLeaf && !intent.retired && byDigit.size < mostDigits ? `${byDigit.size + 1}` : undefined;
      const placed = { intent, path, also: alsoFound(intent), ...(digit && { digit }) };
      byId.set(intent.id, placed);
      if (digit) byDigit.set(digit, placed);
      if (intent.key && !intent.retired) byLetter.set(intent.key.toLowerCase(), placed);
      place(intent.id, [...path, intent.title]);
    }
  };
  place(undefined, []);
  const placed = [...byId.values()].filter(({ intent }) => !intent.retired);
  const bySlug = new Map([...byId.values()].map((each) => [each.intent.slug, each]));
  return { placed, byId, bySlug, byDigit, byLetter };
}

const alsoFound = ({ slug, description = '', examples = [] }: Intent): string =>
  [slug, description, ...examples].join(' ').toLowerCase();
