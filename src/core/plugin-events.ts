/** The payloads of our own rrweb plugin events (`type: 6`): what stock rrweb does not record. */
import type { Purpose } from './consent.ts';
import type { FieldFidelity } from './field-fidelity.ts';

export const keystrokesPlugin = 'tasktape/keystrokes@1';
export const textInputPlugin = 'tasktape/text-input@1';
export const clipboardPlugin = 'tasktape/clipboard@1';
export const navigationPlugin = 'tasktape/navigation@1';
export const fieldPlugin = 'tasktape/field@1';
export const targetPlugin = 'tasktape/target@1';
export const visibilityPlugin = 'tasktape/visibility@1';
export const transferPlugin = 'tasktape/transfer@1';
export const dialogPlugin = 'tasktape/dialog@1';
export const consentPlugin = 'tasktape/consent@1';
export const recordingPlugin = 'tasktape/recording@1';
export const gapPlugin = 'tasktape/gap@1';

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
  /** Part of an input method's composition or of a dead key: its text comes as text input. */
  readonly composing?: boolean;
}

/** Ways text gets into a field without a key of its own. */
export const textInputCauses = [
  'composition',
  'paste',
  'drop',
  'autofill',
  'replacement',
  'cut',
  'undo',
  'redo',
  'other',
] as const;

export type TextInputCause = (typeof textInputCauses)[number];

/** Text that changed without a key: `replacement` is spellcheck or autocorrect. */
export interface TextInputPayload {
  readonly node: number;
  readonly cause: TextInputCause;
  /** `InputEvent.inputType`. */
  readonly inputType: string;
  readonly fidelity: Fidelity;
  /** Characters that came in, where the browser tells; absent at fidelity `class`. */
  readonly text?: string;
  readonly length?: number;
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

/** A field was entered. For fidelity `none` it is all that is ever told of the visit. */
export interface FieldPayload {
  readonly node: number;
  readonly fidelity: FieldFidelity;
}

/** Where an element stood when it was acted on: CSS px in the viewport of the tab. */
export interface TargetPayload {
  readonly node: number;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Told from the masked page: */
  readonly role?: string;
  readonly name?: string;
  readonly selectors?: readonly {
    readonly kind: string;
    readonly value: string;
    readonly matches: number;
  }[];
}

/** Whether the tab is shown and has the keyboard; the tab order of a session is told from these. */
export interface VisibilityPayload {
  readonly visible: boolean;
  readonly focused: boolean;
}

/** Files that came or went, by count: never their names or content. */
export interface TransferPayload {
  readonly act: 'download' | 'upload';
  readonly count: number;
}

/** A dialog of the browser, never what it said or what was entered. */
export interface DialogPayload {
  readonly dialog: 'alert' | 'confirm' | 'prompt' | 'print';
  readonly accepted?: boolean;
}

/** Under which notice, purposes and policy what follows is recorded. First in every page's stream. */
export interface ConsentPayload {
  readonly noticeVersion: number;
  readonly purposes: readonly Purpose[];
  readonly policyVersion: number;
  readonly policySha256: string;
}

/** What became of the recording itself. `leave`: the page went away in good order. */
export interface RecordingPayload {
  readonly act: 'begin' | 'pause' | 'resume' | 'stop' | 'leave';
  readonly dropped?: number;
}

/** Events that are known to be missing right before this one. */
export interface GapPayload {
  readonly reason: 'lost';
  /** Epoch milliseconds of the last event before it; absent when there was none. */
  readonly since?: number;
}
