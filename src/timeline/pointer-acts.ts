/** Tells what a hand did with the pointer from what was meant by keys, menus and addresses. */

import type { Action, ActionKind } from '#core/action.ts';

const byPointer: ReadonlySet<ActionKind> = new Set([
  'click',
  'dblclick',
  'tripleclick',
  'contextmenu',
  'drag',
  'scroll',
]);

export function isPointerAct(action: Action): boolean {
  return byPointer.has(action.kind) && !isByKey(action);
}

/** A browser puts the click it makes of a key into the corner. */
const isByKey = (action: Action): boolean =>
  action.kind === 'click' && action.point?.x === 0 && action.point.y === 0;
