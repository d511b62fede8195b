import type { CleanAttributes } from './attribute-cleaner.ts';
import { sayNumber } from './css-grammar.ts';
import type { LivePage } from './live-page.ts';
import type { NodeFacts } from './node-facts.ts';

const sized = new Set(['img', 'video', 'canvas', 'iframe']);

/** Pictures are not recorded; their room is. An image gets a grey one of its size, because a browser
 * gives an image without any source no proportions. */
export function sizeWithoutSource(
  facts: NodeFacts,
  told: CleanAttributes,
  page: LivePage,
): CleanAttributes | undefined {
  if (!sized.has(facts.tag) || facts.isSealed) return undefined;
  const size = page.sizeOf(facts.id);
  if (size === undefined || !(size.width > 0 && size.height > 0)) return undefined;
  const width = sayNumber(Math.round(size.width));
  const height = sayNumber(Math.round(size.height));
  if (facts.tag === 'img') return { src: greyBox(width, height) };
  return {
    ...('width' in told ? {} : { width }),
    ...('height' in told ? {} : { height }),
  };
}

const greyBox = (width: string, height: string) =>
  `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'%3E%3Crect width='100%25' height='100%25' fill='%23888' opacity='.2'/%3E%3C/svg%3E`;
