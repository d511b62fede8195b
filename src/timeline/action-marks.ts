/** How an action is shown at a zoom: mark and words, mark alone, or a bare stroke. */

import { describeAction } from '#core/describe-action.ts';
import type { Action } from '#core/action.ts';
import { ms, type Ms } from '#core/time.ts';
import { clipText, type MeasureText } from './clip-text.ts';
import type { MarkPyramid } from './mark-pyramid.ts';
import { walk, type Stop } from './mark-walk.ts';
import { endOf, seamPx, strokePx } from './mark-widths.ts';
import type { View } from './time-scale.ts';
import type { PlacedAction } from './track-index.ts';

export interface ActionMark {
  readonly kind: 'action';
  /** Of several the one that lasted longest, or the first. */
  readonly placed: PlacedAction;
  /** How many actions are drawn as this one. */
  readonly count: number;
  readonly startsMs: Ms;
  readonly endsMs: Ms;
  readonly look: 'stroke' | 'mark';
  /** Its left edge, with its drawing, and its right edge, with its words. */
  readonly x: number;
  readonly endX: number;
  /** Where its own time is. */
  readonly startX: number;
  readonly lastsToX: number;
  readonly iconX: number;
  readonly textX: number;
  readonly text: string;
}

export const iconHalfPx = 8;
/** From here on an action is drawn as long as it lasted. */
const longPx = 2 * iconHalfPx + 4;
const clipFromPx = 96;

export function layoutActions(
  actions: MarkPyramid<PlacedAction>,
  view: View,
  measure: MeasureText,
): readonly ActionMark[] {
  return walk(actions, view)
    .map((stop) => markOf(stop, view, measure))
    .filter(({ x, endX }) => endX >= 0 && x <= view.widthPx);
}

function markOf(stop: Stop<PlacedAction>, { widthPx }: View, measure: MeasureText): ActionMark {
  const { item, last, x, previousX, nextX } = stop;
  const count = stop.to - stop.from;
  // The next one's drawing stands about its time, so it needs room before it.
  const roomTo = nextX - iconHalfPx - seamPx;
  const longTo = Math.min(stop.endX, roomTo);
  const long = longTo - x >= longPx;
  const apart = x - previousX > 2 * iconHalfPx && nextX - x > 2 * iconHalfPx;
  const look: ActionMark['look'] = long || (count === 1 && apart) ? 'mark' : 'stroke';
  const placed = last.endsMs >= stop.endsMs ? last : item;
  const span = { startsMs: ms(stop.startsMs), endsMs: ms(stop.endsMs) };
  const base = { kind: 'action' as const, placed, count, ...span, look, startX: x };
  if (look === 'stroke') {
    const endX = Math.min(endOf(x, stop.endX, nextX, strokePx), Math.max(x + strokePx, roomTo));
    return { ...base, placed: item, x, endX, lastsToX: endX, iconX: x, textX: x, text: '' };
  }
  // A long action keeps its drawing in sight while any of it is.
  const iconX = long ? Math.min(Math.max(x, 0), longTo - longPx) + iconHalfPx + 2 : x;
  const besideX = iconX + iconHalfPx + 3;
  const inside = long ? longTo - 3 - besideX : 0;
  // Words stand in the bar or after it, never across its end, and in it where that is not in view.
  const isInside = long && (inside >= clipFromPx || longTo > widthPx);
  const textX = long && !isInside ? Math.max(longTo + 5, besideX) : besideX;
  const room = isInside ? inside : roomTo - 3 - textX;
  const whole = iconX >= 0 ? wordsFor(placed.action, room, measure) : '';
  const wholeToX = whole === '' ? -Infinity : textX + measure(whole) + 3;
  const drawnTo = Math.max(iconX + iconHalfPx, wholeToX);
  const isInView = wholeToX <= widthPx;
  const text = isInView ? whole : wordsFor(placed.action, widthPx - textX - 3, measure);
  return {
    ...base,
    x: long ? x : x - iconHalfPx,
    endX: Math.max(drawnTo, long ? longTo : drawnTo),
    lastsToX: long ? longTo : x,
    iconX,
    textX,
    text,
  };
}

function wordsFor(action: Action, roomPx: number, measure: MeasureText): string {
  const word = shortWord(action);
  if (roomPx >= clipFromPx) return clipText(describeAction(action), roomPx, measure);
  return measure(word) <= roomPx ? word : '';
}

const words = {
  goto: 'go to',
  dblclick: 'double-click',
  tripleclick: 'triple-click',
  contextmenu: 'right-click',
  select_option: 'select',
  tab_new: 'new tab',
  tab_focus: 'switch tab',
} as const satisfies Partial<Record<Action['kind'], string>>;

function shortWord(action: Action): string {
  if (action.kind === 'press') return `press ${action.keys}`;
  if (action.kind === 'set_checked') return action.checked ? 'check' : 'uncheck';
  return action.kind in words ? words[action.kind as keyof typeof words] : action.kind;
}
