import type { OpenedSession } from '#core/session.ts';
import type { Ms } from '#core/time.ts';
import { pageAt } from '#replay/page-at.ts';

/** What the page at `at` is most likely made of: the chunk that holds it, and that chunk's keyframe. */
export function firstObjects(
  { chunks, outline }: Pick<OpenedSession, 'chunks' | 'outline'>,
  at: Ms,
): readonly string[] {
  const front = pageAt(outline.pages, at)?.tab ?? 0;
  const tab = chunks.filter((chunk) => chunk.tab === front);
  const chunk = tab.findLast(({ startsMs }) => startsMs <= at) ?? tab[0];
  if (chunk === undefined) return [];
  const { keyframe } = chunk;
  return [
    ...(keyframe ? [keyframe.path, ...keyframe.sheets.map(({ path }) => path)] : []),
    chunk.path,
  ];
}
