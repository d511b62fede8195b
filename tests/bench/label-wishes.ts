/** What the person who labels has in mind: which draft would do, and what to type to find an intent. */
import { demoLabels } from '#server/demo-labels.ts';
import { matchOptions } from '#ui/match-options.ts';
import type { Errand } from './errands.ts';

const least = 0.4;
const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}-]{3,}/gu) ?? [];
const isName = (word: string) => /\d/.test(word);

/** Which of `drafts` says what `errand` is: it names the same numbers, and shares enough of the words.
 * -1 where the person would write it anew. */
export function bestDraft(drafts: readonly string[], { instruction }: Errand): number {
  const wanted: readonly string[] = wordsOf(instruction);
  const names = wanted.filter(isName);
  const shares = drafts.map((draft) => {
    const words = wordsOf(draft);
    const isSame = names.every((name) => words.includes(name));
    return isSame ? wanted.filter((word) => words.includes(word)).length / wanted.length : 0;
  });
  const best = Math.max(0, ...shares);
  return best < least ? -1 : shares.indexOf(best);
}

/** The first letters of an intent's title that find it before all others; a capital begins words. */
export function searchFor(slug: string): string {
  const options = demoLabels.map(({ slug: value, title }) => ({ value, label: title }));
  const wanted = options.find(({ value }) => value === slug);
  if (!wanted) throw new Error(`The demo has no intent ${slug}.`);
  const lengths = Array.from({ length: wanted.label.length }, (_, index) => index + 1);
  const typed = lengths
    .map((length) => wanted.label.slice(0, length))
    .find((text) => matchOptions(options, text)[0]?.value === slug);
  return typed ?? wanted.label;
}
