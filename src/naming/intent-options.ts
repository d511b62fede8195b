/** A label set's tree as it is chosen from: every intent with the names above it, and the nine that
 * have a number key. */

import type { Intent } from '#core/label-set.ts';
import type { IntentId } from '#core/ids.ts';
import type { ComboboxOption } from '#ui/match-options.ts';

/** In the order of the tree: each intent before those below it. */
export function intentOptions(intents: readonly Intent[]): readonly ComboboxOption[] {
  const below = (parent: IntentId | undefined, path: readonly string[]): ComboboxOption[] =>
    intents
      .filter((intent) => intent.parentId === parent)
      .flatMap((intent) => [
        { value: intent.id, label: intent.title, path },
        ...below(intent.id, [...path, intent.title]),
      ]);
  return below(undefined, []);
}

/** The first nine that have none below them, in the order of the tree. */
export function numberedIntents(intents: readonly Intent[]): readonly Intent[] {
  const parents = new Set(intents.map((intent) => intent.parentId));
  const byId = new Map(intents.map((intent) => [intent.id as string, intent]));
  return intentOptions(intents)
    .map((option) => byId.get(option.value) as Intent)
    .filter((intent) => !parents.has(intent.id))
    .slice(0, 9);
}
