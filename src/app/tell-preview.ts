import type { ChunkRef, Session } from '#core/session.ts';
import { formatDuration, ms, type Ms } from '#core/time.ts';
import type { PreviewCut } from './cut-preview.ts';

/** What of the session a preview from `at` shows, where it is not all of it. */
export function tellPreview(
  cut: PreviewCut,
  at: Ms,
  { durationMs }: Pick<Session, 'durationMs'>,
  all: readonly ChunkRef[],
): string {
  const sentences: string[] = [];
  const length = formatDuration(ms(cut.untilMs - at));
  const whole = formatDuration(durationMs);
  if (at > 0) sentences.push(`Showing ${length} from ${formatDuration(at)} on, of ${whole}.`);
  else if (!cut.isToEnd) sentences.push(`Showing the first ${length} of ${whole}.`);
  const tabs = new Set(all.map(({ tab }) => tab)).size;
  if (tabs > 1) sentences.push(`One of ${tabs} tabs is shown.`);
  return sentences.join(' ');
}
