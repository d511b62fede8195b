/** Tells what a hand did with the pointer from what was meant by keys, menus and addresses. */

import type { ActionKind } from '#core/action.ts';

const byPointer: ReadonlySet<ActionKind> = new Set([
  'click',
  'dblclick',
  'contextmenu',
  'drag',
  'scroll',
]);

export function isPointerAct(kind: ActionKind): boolean {
  return byPointer.has(kind);
}
