/** Editing the tree as text: what each line says of an intent that is there, which are new, and which
 * were left out. */

import type { IntentId } from '#core/ids.ts';
import { branchOf, inTreeOrder, slugsOf, type DraftIntent } from './draft-labels.ts';
import { groupBy } from './group-by.ts';
import type { LabelEdit } from './label-edit.ts';
import { inOneLine, type OutlineIntent } from './label-outline.ts';
import { retired } from './label-plans.ts';

/** A line is the intent of its slug, else the one of its short name that stands nowhere else in the
 * text, which then has moved. What was published and left out is retired; what was not is gone. */
export function rewriteLabels(
  intents: readonly DraftIntent[],
  lines: readonly OutlineIntent[],
  makeId: () => IntentId,
): LabelEdit {
  const known = matched(intents, lines);
  const ids = new Map<string, IntentId>();
  const written = lines.map((line): DraftIntent => {
    const before = known.get(line.slug);
    const id = before?.id ?? makeId();
    ids.set(line.slug, id);
    const parentId = ids.get(line.slug.split('/').slice(0, -1).join('/'));
    const description = sameLine(before?.description, line.description);
    const intent: DraftIntent = {
      id,
      ...(parentId && { parentId }),
      name: line.slug.split('/').at(-1)!,
      title: line.title,
      ...(description && { description }),
      ...(before?.examples && { examples: before.examples }),
      ...(before?.key && { key: before.key }),
      ...(before?.colour !== undefined && { colour: before.colour }),
      from: before?.from ?? [],
    };
    return line.retired ? retired(intent) : intent;
  });
  const stays = new Set(written.map(({ id }) => id));
  const leftOut = intents
    .filter(({ id }) => !stays.has(id))
    .filter(({ id }) => branchOf(intents, id).some((each) => each.from.length > 0))
    .map(retired);
  return { kind: 'rewrite', before: intents, after: inTreeOrder([...written, ...leftOut]) };
}

/** A line can't show where a text has several. */
const sameLine = (before: string | undefined, line: string | undefined) =>
  before !== undefined && inOneLine(before) === line ? before : line;

function matched(
  intents: readonly DraftIntent[],
  lines: readonly OutlineIntent[],
): ReadonlyMap<string, DraftIntent> {
  const slugs = slugsOf(intents);
  const bySlug = new Map(intents.map((each) => [slugs.get(each.id)!, each]));
  const known = new Map<string, DraftIntent>();
  for (const { slug } of lines) {
    const same = bySlug.get(slug);
    if (same) known.set(slug, same);
  }
  const taken = new Set([...known.values()].map(({ id }) => id));
  const free = groupBy(
    intents.filter(({ id }) => !taken.has(id)),
    ({ name }) => name,
  );
  const lost = groupBy(
    lines.filter(({ slug }) => !known.has(slug)),
    ({ slug }) => slug.split('/').at(-1)!,
  );
  for (const [name, [line, ...more]] of lost) {
    const [one, ...others] = free.get(name) ?? [];
    if (line && one && more.length + others.length === 0) known.set(line.slug, one);
  }
  return known;
}
