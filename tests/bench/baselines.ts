/** What a suggester must beat: pauses alone, and pages alone. */
import type { Span } from '#core/time.ts';
import type { Track } from '#core/track.ts';

/** A task is what was done without a rest of `pauseMs`. */
export function byPauses({ actions }: Pick<Track, 'actions'>, pauseMs: number): readonly Span[] {
  const spans: Span[] = [];
  for (const { startsMs, endsMs } of [...actions].sort((a, b) => a.startsMs - b.startsMs)) {
    const last = spans.at(-1);
    if (last && startsMs - last.endsMs < pauseMs)
      spans[spans.length - 1] = { ...last, endsMs: endsMs > last.endsMs ? endsMs : last.endsMs };
    else spans.push({ startsMs, endsMs });
  }
  return spans;
}

/** A task is a stretch on one address. */
export const byNavigation = ({ pages }: Pick<Track, 'pages'>): readonly Span[] =>
  pages.map(({ startsMs, endsMs }) => ({ startsMs, endsMs }));
