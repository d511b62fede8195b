import { isText, type PageNode } from './page-node.ts';

/** How the recorder parts the text of a `style` made of several text nodes. */
const seam = '/* rr_split */';

/** All text of a `style` as one, the way the recorder writes it; undefined where it stays as it is. */
export function gatherCss(style: PageNode): string | undefined {
  const texts: string[] = [];
  for (let child = style.first; child !== undefined; child = child.next) {
    // Recorders of old marked the text nodes instead, and players still heed that.
    if (!isText(child) || child.facts?.['isStyle'] === true) return undefined;
    texts.push(child.text);
  }
  return texts.some((text) => text !== '') ? texts.join(seam) : undefined;
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
  for (const [i, text] of texts.entries())
    text.text = (i === last ? parts.slice(i).join('') : parts[i]) ?? '';
}
