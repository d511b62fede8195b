import type { NodeTree } from './node-tree.ts';

/** A browser draws more than this too slowly to be of use, or not at all: its own code recurses. Real
 * pages have some thousand nodes and some dozen levels. */
const mostNodes = 200_000;
const mostLevels = 1000;

/** A sentence where a page can be folded but must not be handed to a browser; else undefined. */
export function whyNotDrawn(tree: NodeTree): string | undefined {
  const count = (of: number) => of.toLocaleString('en');
  if (tree.problem !== undefined) return tree.problem;
  if (tree.size > mostNodes)
    return `This page has ${count(tree.size)} nodes, and a browser can show ${count(mostNodes)} of them in good time.`;
  if (tree.depth > mostLevels)
    return `This page is nested ${count(tree.depth)} levels deep, and a browser can show ${count(mostLevels)} of them.`;
  return undefined;
}
