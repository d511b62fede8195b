/** How the Keys lane shows each run at a zoom: key by key, as its text, or as a bare stroke. */

import type { Keystroke } from '#core/keystroke.ts';
import { ms, type Ms } from '#core/time.ts';
import { clipText, type MeasureText } from './clip-text.ts';
import { signOf, type HeldKey, type KeyGroup } from './key-groups.ts';
import { walk, type Stop } from './mark-walk.ts';
import { lowerBound } from './span-index.ts';
import { timeToX, xToTime, type View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';

interface KeyMarkBase {
  readonly x: number;
  readonly endX: number;
}

export type KeyMark = KeyMarkBase &
  (
    | {
        readonly kind: 'key';
        readonly keystroke: Keystroke;
        readonly sign: string;
        /** Where its release stands; `x` when unknown. */
        readonly releaseX: number;
      }
    | { readonly kind: 'run'; readonly group: KeyGroup; readonly text: string }
    | {
        readonly kind: 'key crowd';
        readonly group: KeyGroup;
        readonly count: number;
        readonly lastMs: Ms;
      }
    | { readonly kind: 'held'; readonly held: HeldKey }
  );

const capPx = 18;
const capPaddingPx = 8;
/** A run opens into single keys when they stand this far apart on average. */
const openPx = 13;
const textPaddingPx = 4;

export function layoutKeys(
  { groups, keys, held }: Pick<TrackIndex, 'groups' | 'keys' | 'held'>,
  view: View,
  measure: MeasureText,
): readonly KeyMark[] {
  const marks: KeyMark[] = walk(held, view)
    .filter(({ item, endX }) => item.endsMs > item.startsMs && endX >= 0)
    .map(({ item, x, endX }) => ({ kind: 'held', held: item, x, endX: Math.max(endX, x + 2) }));
  for (const stop of walk(groups, view)) {
    if (stop.count > 1) marks.push(crowdOf(stop));
    else if (isOpen(stop)) marks.push(...keysOf(stop, keys, view, measure));
    else marks.push(runOf(stop, measure));
  }
  return marks;
}

function isOpen({ item, x, endX }: Stop<KeyGroup>): boolean {
  return (endX - x) / (item.end - item.first) >= openPx;
}

function crowdOf({ item, count, lastMs, x }: Stop<KeyGroup>): KeyMark {
  return { kind: 'key crowd', group: item, count, lastMs: ms(lastMs), x, endX: x + 2 };
}

function runOf({ item, x, endX, nextX }: Stop<KeyGroup>, measure: MeasureText): KeyMark {
  const text = clipText(item.text, nextX - x - 3 * textPaddingPx, measure);
  const words = text === '' ? x + 2 : x + measure(text) + 2 * textPaddingPx;
  return { kind: 'run', group: item, text, x, endX: Math.max(endX, words) };
}

function keysOf(
  { item, nextX }: Stop<KeyGroup>,
  keys: readonly Keystroke[],
  view: View,
  measure: MeasureText,
): readonly KeyMark[] {
  const atMs = (index: number) => keys[index]!.atMs;
  const from = lowerBound(item.end, atMs, xToTime(view, -capPx), item.first);
  const marks: KeyMark[] = [];
  for (let index = from; index < item.end; index += 1) {
    const keystroke = keys[index]!;
    const x = timeToX(view, keystroke.atMs);
    if (x > view.widthPx) break;
    const next = index + 1 < item.end ? timeToX(view, atMs(index + 1)) : nextX;
    const sign = signOf(keystroke);
    const wide = Math.max(capPx, measure(sign) + capPaddingPx);
    marks.push({
      kind: 'key',
      keystroke,
      sign,
      x,
      endX: x + Math.max(4, Math.min(wide, next - x - 1)),
      releaseX: timeToX(view, keystroke.atMs + (keystroke.holdMs ?? 0)),
    });
  }
  return marks;
}
