import { contains, ms, type Ms, type Span } from '#core/time.ts';
import type { Outline } from '#core/track.ts';
import type { PreviewCut } from './cut-preview.ts';

/** The stretches of which nothing may be shown. */
export const blanksIn = ({ gaps }: Outline): readonly Span[] =>
  gaps.filter(({ reason }) => reason === 'not-work');

/** `at`, or where the stretches that hold it end. */
export function behindBlanks(at: Ms, blanks: readonly Span[]): Ms {
  const held = blanks.find((blank) => contains(blank, at));
  return held === undefined ? at : behindBlanks(held.endsMs, blanks);
}

/** A preview has no cover to draw, so it ends where the next such stretch begins. */
export function endAtBlank(cut: PreviewCut, at: Ms, blanks: readonly Span[]): PreviewCut {
  const next = Math.min(...blanks.map(({ startsMs }) => startsMs).filter((from) => from >= at));
  return next < cut.untilMs ? { ...cut, untilMs: ms(next), isToEnd: false, isToBlank: true } : cut;
}
