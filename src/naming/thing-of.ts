/** What a page is about, from its title: `Edit order 1042 · Order desk` → `order 1042`. */

const separator = /\s+[·|–—•-]\s+|\s*[|·]\s*/;
const verb = /^(edit|editing|view|viewing|details? (of|for))\s+(?=\S)/i;

export function thingOf(title: string | undefined): string | undefined {
  const first = title?.replace(/\s+/g, ' ').trim().split(separator)[0]?.replace(verb, '').trim();
  if (!first || first.length > 60) return undefined;
  return lowerKind(first);
}

/** Whether it is yet to be made: `New order, items`. */
export const isMaking = (thing: string | undefined): boolean => /^new\b/i.test(thing ?? '');

/** `Order 1042` → `order 1042`; a name stays as it is written. */
export const lowerKind = (words: string): string =>
  /^\p{Lu}\p{Ll}+ \S*\d/u.test(words) ? lowerFirst(words) : words;

/** `Address` → `address`; `PO number` stays. */
export const lowerFirst = (words: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(words) ? words[0]!.toLowerCase() + words.slice(1) : words;
