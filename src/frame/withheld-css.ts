import * as css from 'css-tree/tokenizer';
import { AddressReader, type CssPart, type Edit } from './address-reader.ts';

/** Nothing in it can be an address, not even written in escapes. */
const hasNoAddress = (text: string) => !/url\(|src\(|@import|image-set|\\[0-9a-z]/i.test(text);

/** The text without the addresses that are not in the recording. Numbers of rules stay as they are:
 * an import leaves a layer in its place. */
export function withholdCss(text: string, part: CssPart): string {
  return applyEdits(text, withheldInCss(text, part));
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let whole = '';
  for (const edit of edits) {
    if (edit.start < at) continue;
    whole += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return at === 0 ? text : whole + text.slice(at);
}

/** What is to be changed in it, from its start to its end. */
export function withheldInCss(text: string, part: CssPart): readonly Edit[] {
  if (hasNoAddress(text)) return [];
  const reader = new AddressReader(text, part);
  css.tokenize(text, (type, start, end) => reader.take(type, start, end));
  return reader.end();
}
