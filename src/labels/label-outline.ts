/**
 * A label set as an indented outline, which a person can edit as text. A name in brackets keeps an
 * intent's slug where its title is another; `(retired)` says it can't be chosen any more:
 *
 *     Orders
 *       Find an order [find] — by number or name
 */
import type { Intent } from '#core/label-set.ts';
import { fail, succeed, type OutcomeOf, type Problem } from '#core/outcome-of.ts';
import { slugOf } from './slug-of.ts';

export type OutlineIntent = Pick<Intent, 'slug' | 'title' | 'description' | 'retired'>;

const about = ' — ';
const isRetired = ' (retired)';

export const inOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

export function outlineOf(intents: readonly OutlineIntent[]): string {
  return intents
    .map(({ slug, title, description, retired }) => {
      const parts = slug.split('/');
      const own = parts.at(-1)!;
      const kept = own === slugOf(title) ? '' : ` [${own}]`;
      const indent = '  '.repeat(parts.length - 1);
      const line = description && inOneLine(description);
      return `${indent}${title}${kept}${retired ? isRetired : ''}${line ? about + line : ''}`;
    })
    .join('\n');
}

export function readOutline(text: string): OutcomeOf<readonly OutlineIntent[]> {
  const intents: OutlineIntent[] = [];
  const problems: Problem[] = [];
  const above: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const path = `line ${index + 1}`;
    const indent = /^[ \t]*/.exec(line)![0].replaceAll('\t', '  ').length;
    const depth = Math.floor(indent / 2);
    const [said = '', ...description] = line.trim().split(about);
    const retired = said.endsWith(isRetired);
    const named = retired ? said.slice(0, -isRetired.length) : said;
    const [, title = '', kept] = /^(.*?)(?: \[([a-z0-9]+(?:-[a-z0-9]+)*)\])?$/.exec(named)!;
    const own = kept ?? slugOf(title);
    const slug = [...above.slice(0, depth), own].join('/');
    if (depth > above.length)
      problems.push({ path, sentence: 'It is indented more than one step under the line above.' });
    else if (own === '')
      problems.push({ path, sentence: 'Its name needs at least two letters or digits.' });
    else if (intents.some((intent) => intent.slug === slug))
      problems.push({ path, sentence: `“${title}” stands there twice.` });
    above.splice(depth, Infinity, own);
    intents.push({
      slug,
      title,
      ...(description.length > 0 && { description: description.join(about) }),
      ...(retired && { retired }),
    });
  }
  return problems.length > 0 ? fail(...problems) : succeed(intents);
}
