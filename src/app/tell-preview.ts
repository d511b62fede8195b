import type { ChunkRef, Session } from '#core/session.ts';
import { formatClock, type Ms } from '#core/time.ts';
import type { PreviewCut } from './cut-preview.ts';

/** What of the session a preview from `at` shows, where it is not all of it. */
export function tellPreview(
  cut: PreviewCut,
  at: Ms,
  { durationMs }: Pick<Session, 'durationMs'>,
  all: readonly ChunkRef[],
): string {
  const sentences: string[] = [];
  const [from, until, whole] = [at, cut.untilMs, durationMs].map(formatClock);
  if (at > 0 || !cut.isToEnd) sentences.push(`Showing ${from}–${until} of ${whole}.`);
  if (cut.isToBlank) sentences.push('What follows is not work, and blank.');
  const tabs = new Set(all.map(({ tab }) => tab)).size;
  if (tabs > 1) sentences.push(`One of ${tabs} tabs is shown.`);
  return sentences.join(' ');
}
