import { isText, type PageNode } from './page-node.ts';

/** How the recorder parts the text of a `style` made of several text nodes. */
const seam = '/* rr_split */';

/** The text of a `style` that stands in one text node, the way the recorder writes it; undefined
 * where it stays as it is. */
export function gatherCss(style: PageNode): string | undefined {
  const { first } = style;
  if (first === undefined || first.next !== undefined || !isText(first)) return undefined;
  return first.facts?.['isStyle'] === true && first.text !== '' ? first.text : undefined;
}

/** The replayer adapts the text of a style sheet only where it knows that it is one. */
export function markAsCss(text: PageNode): void {
  if (text.parent?.tag === 'style' && isText(text) && text.facts?.['isStyle'] !== true)
    text.facts = { ...text.facts, isStyle: true };
}

/**
 * Before the text of a `style` changes: the recorder wrote all of it to one attribute, with the
 * text nodes empty; from now on they hold it, and what script did to its rules is gone.
 */
export function spreadCss(style: PageNode): void {
  style.rules = undefined;
  const css = style.attributes.get('_cssText');
  if (css === undefined) return;
  style.attributes.delete('_cssText');
  const texts: PageNode[] = [];
  for (let child = style.first; child !== undefined; child = child.next)
    if (isText(child)) texts.push(child);
  const parts = css.split(seam);
  const last = texts.length - 1;
  for (const [i, text] of texts.entries()) {
    text.text = (i === last ? parts.slice(i).join('') : parts[i]) ?? '';
    markAsCss(text);
  }
}
