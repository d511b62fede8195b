import { following, isElement, isText, type PageNode } from './page-node.ts';
import { styleText } from './style-text.ts';

/** Texts are read to this length at most: a name or a caption, never a document. */
export const textLimit = 400;
const visitLimit = 4000;

const unseen = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'textarea']);
const inline = new Set(
  'a abbr b bdi cite code em font i kbd label mark q s small span strong sub sup u var'.split(' '),
);

const isBlock = (node: PageNode): boolean => isElement(node) && !inline.has(node.tag);

export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** True for what neither eye nor screen reader gets, told from attributes alone. */
export function isHidden(node: PageNode): boolean {
  return (
    unseen.has(node.tag) ||
    node.attributes.has('hidden') ||
    node.attributes.get('aria-hidden') === 'true' ||
    /display:\s*none/.test(styleText(node))
  );
}

/** The text in a subtree, with `replace` standing in for elements that have words of their own. */
export function textOf(
  top: PageNode,
  options: {
    readonly hidden?: boolean;
    readonly replace?: (node: PageNode) => string | undefined;
  } = {},
): string {
  let text = '';
  let visits = 0;
  let at: PageNode | undefined = top;
  while (at !== undefined && text.length < textLimit && visits++ < visitLimit) {
    let skip = false;
    if (at !== top && (isBlock(at) || (at.previous !== undefined && isBlock(at.previous))))
      text += ' ';
    if (isText(at)) text += at.text;
    else if (isElement(at) && at !== top) {
      const instead = options.replace?.(at);
      skip = instead !== undefined || (!options.hidden && isHidden(at));
      if (instead !== undefined) text += ` ${instead} `;
    }
    at = following(at, top, skip);
  }
  return text.slice(0, textLimit);
}
