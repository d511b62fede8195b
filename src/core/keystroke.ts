import type { Fidelity, KeyClass } from './plugin-events.ts';
import { contains, type Ms, type Span } from './time.ts';

/** `exact`: from the recorder's plugin. `inferred`: worked out from a field's changing value. */
export type Evidence = 'exact' | 'inferred';

/** One key press, of whatever key: a modifier that is held counts like any other. */
export interface Keystroke {
  readonly atMs: Ms;
  /** How long the key was held; absent when its release was not seen. */
  readonly holdMs?: number;
  readonly fidelity: Fidelity;
  /** As `KeyboardEvent.key`; absent at fidelity `class`. */
  readonly key?: string;
  readonly class: KeyClass;
  /** Bits of `modifierBits`. */
  readonly modifiers: number;
  /** rrweb node id of the focused field, -1 when unknown. */
  readonly node: number;
  /** The tab that had the keyboard; absent for the first. */
  readonly tab?: number;
  readonly evidence: Evidence;
  /** Part of an input method's composition: what it wrote comes as text input. */
  readonly composing?: boolean;
}

/** How many there are, everywhere where they are counted: each press, those in `span` where one is given. */
export function countKeystrokes(keystrokes: readonly Keystroke[], span?: Span): number {
  if (span === undefined) return keystrokes.length;
  return keystrokes.reduce((sum, { atMs }) => sum + (contains(span, atMs) ? 1 : 0), 0);
}

/** Keystrokes into one field without a long pause. */
export interface Burst extends Span {
  readonly node: number;
  readonly count: number;
  /** What was typed, corrections shown as `⌫`; bullets stand for keys known only by class. */
  readonly text: string;
  readonly evidence: Evidence;
}

const named: Readonly<Record<string, string>> = {
  Enter: '⏎',
  Tab: '⇥',
  Backspace: '⌫',
  Delete: '⌦',
  Escape: '⎋',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': '␣',
  Shift: '⇧',
  Control: '⌃',
  Alt: '⌥',
  Meta: '⌘',
};

const byClass: Readonly<Record<KeyClass, string>> = {
  letter: '•',
  digit: '◦',
  space: '␣',
  symbol: '∗',
  enter: '⏎',
  tab: '⇥',
  escape: '⎋',
  edit: '⌫',
  navigation: '↔',
  modifier: '⇧',
  function: 'ƒ',
  other: '·',
};

/** The sign a keystroke is drawn with: the key where it is known, a shape by class where not. */
export function glyphOf(keystroke: Pick<Keystroke, 'key' | 'class'>): string {
  if (keystroke.key === undefined) return byClass[keystroke.class];
  return named[keystroke.key] ?? keystroke.key;
}
