/** About how wide a text runs, in hundredths of its font's size, as common sans-serif fonts set it.
 * Advance widths are Helvetica's. */
const table: Readonly<Record<string, string>> = {
  22: "ijl'|",
  28: 'ft !,./:;[]It\\',
  33: 'r()-`·‹›',
  35: '"',
  47: '^',
  50: 'ckvsxyzJ',
  56: 'abdeghnopqu0123456789L?$#£¥_',
  58: '+<=>~',
  61: 'FTZ',
  67: 'ABEKPSVXY&',
  72: 'CDHNRUw',
  78: 'GOQ',
  83: 'mM',
  89: '%',
  94: 'W',
  101: '@',
};

const usual = 56;

/** By UTF-16 code, up to the last that the table names. */
const widths = new Uint8Array('›'.charCodeAt(0) + 1).fill(usual);
for (const [width, characters] of Object.entries(table))
  for (const character of characters) widths[character.charCodeAt(0)] = Number(width);

/** From `from` up to, not with, `to`. */
export function textWidth(text: string, from = 0, to = text.length): number {
  let width = 0;
  for (let i = from; i < to; i++) width += widths[text.charCodeAt(i)] ?? usual;
  return width;
}
