/** Finds values in a text by their form. Every pattern is bounded, so the time taken grows with the
 * length of the text and with nothing else. */

export interface FoundValue {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const coin = '[$€£¥₹₽₩₪฿]|(?:usd|eur|gbp|jpy|chf|cad|aud|inr|cny|sek|nok|dkk|pln|brl|mxn|nzd)\\b';
const figure = "\\d[\\d.,'\\u00a0\\u202f]{0,24}";

/** The first that matches at a place wins. */
const patterns: readonly (readonly [kind: string, pattern: string])[] = [
  ['URL', '(?:https?|ftp|wss?):\\/\\/[^\\s<>"\']{1,2000}|\\bwww\\.[^\\s<>"\']{1,2000}'],
  ['EMAIL', '[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,6}'],
  ['IBAN', '\\b[a-z]{2}\\d{2}(?:[ -]?[a-z\\d]{4}){2,7}(?:[ -]?[a-z\\d]{1,3})?\\b'],
  ['CARD', '\\b\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{1,7}\\b'],
  [
    'DATE',
    `\\b\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?|\\b\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}\\b|\\b\\d{1,2}(?:st|nd|rd|th|\\.)? ${month}(?:,? \\d{2,4})?\\b|\\b${month} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b`,
  ],
  ['TIME', '\\b\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?|\\b\\d{1,2} ?[ap]m\\b'],
  ['AMOUNT', `[-+(]?(?:${coin}) ?-?${figure}|${figure} ?(?:${coin})`],
  ['PERCENT', `[-+]?${figure} ?%`],
  [
    'PHONE',
    '\\+\\d{7,15}\\b|\\+\\d{1,3}(?:[ .\\-/()]{1,2}\\d{1,5}){2,6}|\\(?\\b\\d{2,5}\\)?(?:[ .\\-/]\\d{2,5}){2,5}\\b',
  ],
  ['ID', '#\\d{1,20}\\b|\\b(?:\\d{1,40}[a-z_-]|[a-z][a-z_-]{0,40}\\d)[\\w-]{0,80}'],
  [
    'NUMBER',
    "[-+]?\\d{1,3}(?:[.,' ]\\d{3}){1,6}(?:[.,]\\d{1,9})?|\\d{4,}(?:[.,]\\d{1,9})?|\\d{1,3}[.,]\\d{1,9}",
  ],
];

const any = new RegExp(patterns.map(([, pattern]) => `(${pattern})`).join('|'), 'giu');
const hint = /[\d@]|:\/\/|www\./i;

/** A longer text is a document: it is masked throughout. */
const maxLength = 20_000;

/** Shorter numbers and ids are no find: masking says as much of them and keeps their width. */
const minLength = 4;

/** The values in their order. */
export function findValues(text: string): FoundValue[] {
  if (!hint.test(text) || text.length > maxLength) return [];
  const found: FoundValue[] = [];
  any.lastIndex = 0;
  for (let match = any.exec(text); match !== null; match = any.exec(text)) {
    const group = match.findIndex((part, i) => i > 0 && part !== undefined);
    const kind = patterns[group - 1]?.[0] ?? 'ID';
    const start = match.index;
    if (match[0].length >= minLength || !/^(?:ID|NUMBER)$/.test(kind))
      found.push({ kind, start, end: start + match[0].length });
  }
  return found;
}
