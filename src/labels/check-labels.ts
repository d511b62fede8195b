import type { IntentId } from '#core/ids.ts';
import type { Problem } from '#core/outcome-of.ts';
import { pathTo, slugsOf, type DraftIntent, type DraftLabels } from './draft-labels.ts';
import { deepest } from './label-plans.ts';
import { groupBy } from './group-by.ts';

/** A problem and the intent that has it; absent where it is of the whole set. */
export interface LabelProblem extends Problem {
  readonly intentId?: IntentId;
}

const longestTitle = 120;

/** All that stands in the way of publishing, in the order of the tree. */
export function checkLabels({ intents }: DraftLabels): readonly LabelProblem[] {
  if (!intents.some((each) => !each.retired))
    return [{ path: 'labels', sentence: 'Add at least one intent that can be chosen.' }];
  const slugs = slugsOf(intents);
  const bySlug = groupBy(intents, (each) => slugs.get(each.id)!);
  const byKey = groupBy(intents, (each) => each.key ?? '');
  return intents.flatMap((intent) => {
    const slug = slugs.get(intent.id)!;
    const sentences = [
      ...titleTrouble(intent),
      ...twice(intent.name === '' ? [intent] : bySlug.get(slug)!, intent, (other) => {
        const where = pathTo(intents, intent.id).at(-1)?.title;
        return `“${intent.title}” and “${other.title}” have the same short name, ${slug}${where === undefined ? '' : `, under “${where}”`}. Rename, move or merge one of them.`;
      }),
      ...(intent.key
        ? twice(
            byKey.get(intent.key)!,
            intent,
            (other) =>
              `“${intent.title}” and “${other.title}” both have the letter ${intent.key!.toUpperCase()}.`,
          )
        : []),
      ...(slug.split('/').length > deepest
        ? [`“${intent.title}” lies deeper than ${deepest} levels. Move it out.`]
        : []),
    ];
    return sentences.map((sentence) => ({ path: slug, sentence, intentId: intent.id }));
  });
}

function titleTrouble({ title }: DraftIntent): string[] {
  if (title.trim() === '') return ['An intent has no title yet.'];
  if (title.length > longestTitle)
    return [`“${title.slice(0, 40)}…” is longer than ${longestTitle} characters.`];
  return [];
}

/** Told once, at the later of two. */
function twice(
  alike: readonly DraftIntent[],
  intent: DraftIntent,
  sentence: (other: DraftIntent) => string,
): string[] {
  const other = alike[0]!;
  return other === intent ? [] : [sentence(other)];
}
