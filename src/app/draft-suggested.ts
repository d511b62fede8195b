import type { Action } from '#core/action.ts';
import type { Suggestion } from '#core/suggestion.ts';
import { draftInstructions } from '#naming/draft-instructions.ts';

/** Says of each suggestion what it may be, where its suggester did not. `actions` are in order. */
export function draftSuggested(
  suggestions: readonly Suggestion[],
  actions: readonly Action[],
): readonly Suggestion[] {
  return suggestions.map((each) => {
    if (each.instruction !== '') return each;
    const inside = actions.slice(
      firstFrom(actions, each.startsMs),
      firstFrom(actions, each.endsMs),
    );
    const [instruction] = draftInstructions(inside, each);
    return instruction === undefined ? each : { ...each, instruction };
  });
}

/** Where the first action stands that begins at `at` or later. */
function firstFrom(actions: readonly Action[], at: number): number {
  let [low, high] = [0, actions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (actions[middle]!.startsMs < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
