/** The payloads of our own rrweb plugin events (`type: 6`): what stock rrweb does not record. */

export const keystrokesPlugin = 'tasktape/keystrokes@1';
export const clipboardPlugin = 'tasktape/clipboard@1';
export const navigationPlugin = 'tasktape/navigation@1';

export const keyClasses = [
  'letter',
  'digit',
  'space',
  'symbol',
  'enter',
  'tab',
  'escape',
  'edit',
  'navigation',
  'modifier',
  'function',
  'other',
] as const;

/** What kind of key it was, when which key may not be said. `edit` is Backspace and Delete. */
export type KeyClass = (typeof keyClasses)[number];

/** Bits as in the DevTools protocol: Alt 1, Control 2, Meta 4, Shift 8. */
export const modifierBits = { Alt: 1, Control: 2, Meta: 4, Shift: 8 } as const;

/** How much of a keystroke was recorded: the key itself, or only its class. */
export type Fidelity = 'text' | 'class';

/** One key going down or up. `node` is the rrweb node id of the focused field, -1 when unknown. */
export interface KeyPayload {
  readonly phase: 'down' | 'up';
  readonly node: number;
  readonly fidelity: Fidelity;
  /** `KeyboardEvent.key`; absent at fidelity `class`. */
  readonly key?: string;
  readonly class: KeyClass;
  readonly modifiers: number;
  readonly repeat?: boolean;
}

/** A copy, cut or paste: that it happened and how long it was, never what it held. */
export interface ClipboardPayload {
  readonly act: 'copy' | 'cut' | 'paste';
  readonly node: number;
  readonly length: number;
}

/** A change of address without a page load. */
export interface NavigationPayload {
  readonly cause: 'push' | 'replace' | 'pop' | 'hash';
  readonly href: string;
  readonly title: string;
}
