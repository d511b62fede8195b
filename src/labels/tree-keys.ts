/** What keys mean on the tree of labels. */

export type TreeAct =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'close'
  | 'rename'
  | 'add'
  | 'add below'
  | 'merge'
  | 'drop'
  | 'search'
  | 'move up'
  | 'move down'
  | 'move in'
  | 'move out';

const plain: Readonly<Record<string, TreeAct>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  ArrowRight: 'open',
  ArrowLeft: 'close',
  Enter: 'rename',
  F2: 'rename',
  n: 'add',
  N: 'add below',
  m: 'merge',
  Delete: 'drop',
  Backspace: 'drop',
  '/': 'search',
};

const withAlt: Readonly<Record<string, TreeAct>> = {
  ArrowUp: 'move up',
  ArrowDown: 'move down',
  ArrowRight: 'move in',
  ArrowLeft: 'move out',
};

export function treeActOf(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing'>,
): TreeAct | undefined {
  if (event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  return (event.altKey ? withAlt : plain)[event.key];
}

/** As they are told beside the tree. */
export const treeKeys: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'enter', does: 'rename' },
  { keys: 'n', does: 'add' },
  { keys: 'shift+n', does: 'add below' },
  { keys: 'alt+arrowright', does: 'indent' },
  { keys: 'alt+arrowup', does: 'move' },
  { keys: 'm', does: 'merge' },
  { keys: 'delete', does: 'retire' },
];
