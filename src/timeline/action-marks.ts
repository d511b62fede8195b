/** How the Actions lane shows each action at a zoom: mark and words, mark alone, or a bare stroke. */

import { describeAction } from '#core/describe-action.ts';
import type { Action } from '#core/action.ts';
import { ms, type Ms } from '#core/time.ts';
import { clipText, type MeasureText } from './clip-text.ts';
import { walk, type Stop } from './mark-walk.ts';
import type { View } from './time-scale.ts';
import type { PlacedAction, TrackIndex } from './track-index.ts';

export interface ActionMark {
  readonly kind: 'action';
  readonly placed: PlacedAction;
  /** How many actions are drawn as this one, and when the last of them starts. */
  readonly count: number;
  readonly lastMs: Ms;
  readonly look: 'stroke' | 'mark';
  readonly x: number;
  /** Where its words end, or its own time if that is later. */
  readonly endX: number;
  readonly lastsToX: number;
  readonly iconX: number;
  readonly textX: number;
  readonly text: string;
}

const iconHalfPx = 8;
/** From here on an action is drawn as long as it lasted. */
const longPx = 2 * iconHalfPx + 4;
const clipFromPx = 96;

export function layoutActions(
  { actions }: Pick<TrackIndex, 'actions'>,
  view: View,
  measure: MeasureText,
): readonly ActionMark[] {
  let freeFromX = -Infinity;
  return walk(actions, view).map((stop) => {
    const mark = markOf(stop, freeFromX, measure);
    freeFromX = mark.look === 'mark' ? mark.iconX + iconHalfPx : stop.x + 2;
    return mark;
  });
}

function markOf(stop: Stop<PlacedAction>, freeFromX: number, measure: MeasureText): ActionMark {
  const { item, count, x, endX, nextX } = stop;
  const long = endX - x >= longPx;
  // A long action keeps its drawing in sight while any of it is.
  const iconX = long ? Math.min(Math.max(x, 0), endX - longPx) + iconHalfPx + 2 : x;
  const textX = iconX + iconHalfPx + 3;
  const fits = iconX - iconHalfPx >= freeFromX && nextX - iconHalfPx >= iconX;
  const look = count === 1 && fits ? 'mark' : 'stroke';
  const text =
    look === 'mark' && iconX >= 0
      ? wordsFor(item.action, nextX - iconHalfPx - 4 - textX, measure)
      : '';
  const drawnTo = look === 'stroke' ? x + 2 : iconX + iconHalfPx;
  return {
    kind: 'action',
    placed: item,
    count,
    lastMs: ms(stop.lastMs),
    look,
    x,
    endX: Math.max(drawnTo, long ? endX : x, text === '' ? x : textX + measure(text) + 4),
    lastsToX: long ? endX : x,
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
  contextmenu: 'right-click',
  select_option: 'select',
} as const satisfies Partial<Record<Action['kind'], string>>;

function shortWord(action: Action): string {
  if (action.kind === 'press') return `press ${action.keys}`;
  if (action.kind === 'set_checked') return action.checked ? 'check' : 'uncheck';
  return action.kind in words ? words[action.kind as keyof typeof words] : action.kind;
}
