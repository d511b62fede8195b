/** Which options a person means by what they typed: every word must be found, best places first. */

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** The names above it in its tree, outermost first. */
  readonly path?: readonly string[];
  /** What else it may be found by, in lower case. */
  readonly also?: string;
}

export function matchOptions(
  options: readonly ComboboxOption[],
  typed: string,
): readonly ComboboxOption[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  return options
    .map((option) => ({ option, rank: rankOf(option, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ option }) => option);
}

function rankOf(option: ComboboxOption, words: readonly string[]): number {
  const label = option.label.toLowerCase();
  const path = option.path?.join(' ').toLowerCase() ?? '';
  const ranks = words.map((word) => {
    if (label.startsWith(word)) return 4;
    if (startsAWord(label, word)) return 3;
    if (label.includes(word)) return 2;
    if (path.includes(word)) return 1;
    return option.also?.includes(word) ? 0.5 : 0;
  });
  return ranks.includes(0) ? 0 : ranks.reduce<number>((sum, rank) => sum + rank, 0);
}

function startsAWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at > 0 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? true : text.includes(` ${word}`);
}
