/** Gathers keystrokes as the Keys lane shows them: runs into one field, and modifiers held down. */

import { glyphOf, type Evidence, type Keystroke } from '#core/keystroke.ts';
import { modifierBits, type Fidelity } from '#core/plugin-events.ts';
import { ms, type Span } from '#core/time.ts';

/** A run of keys into one field, all known equally well, without a long pause. */
export interface KeyGroup extends Span {
  /** Indices into `KeyGroups.keys`; `end` is past the last. */
  readonly first: number;
  readonly end: number;
  readonly text: string;
  readonly fidelity: Fidelity;
  readonly evidence: Evidence;
}

/** A modifier key, from when it went down to when it came up. */
export interface HeldKey extends Span {
  readonly glyph: string;
}

export interface KeyGroups {
  /** Every key but the modifiers, in order. */
  readonly keys: readonly Keystroke[];
  readonly groups: readonly KeyGroup[];
  readonly held: readonly HeldKey[];
}

const longPauseMs = 1500;
/** No screen shows more of a run than this. */
const textLimit = 240;

export function groupKeys(keystrokes: readonly Keystroke[]): KeyGroups {
  const sorted = [...keystrokes].sort((a, b) => a.atMs - b.atMs);
  const keys = sorted.filter((keystroke) => keystroke.class !== 'modifier');
  const held = sorted
    .filter((keystroke) => keystroke.class === 'modifier')
    .map((keystroke) => ({
      startsMs: keystroke.atMs,
      endsMs: ms(keystroke.atMs + (keystroke.holdMs ?? 0)),
      glyph: glyphOf(keystroke),
    }));
  const groups: KeyGroup[] = [];
  for (let first = 0; first < keys.length;) {
    let end = first + 1;
    while (end < keys.length && belongTogether(keys[end - 1]!, keys[end]!)) end += 1;
    groups.push(groupOf(keys, first, end));
    first = end;
  }
  return { keys, groups, held };
}

/** The key with the modifiers that changed its meaning: `⌘S`, `⌃⇥`. */
export function signOf(keystroke: Keystroke): string {
  const { modifiers } = keystroke;
  const glyph = glyphOf(keystroke);
  const control = modifiers & modifierBits.Control ? '⌃' : '';
  const alt = modifiers & modifierBits.Alt ? '⌥' : '';
  const meta = modifiers & modifierBits.Meta ? '⌘' : '';
  if (!control && !alt && !meta) return glyph;
  return `${control}${alt}${meta}${glyph.length === 1 ? glyph.toUpperCase() : glyph}`;
}

function belongTogether(a: Keystroke, b: Keystroke): boolean {
  return (
    a.node === b.node &&
    (a.tab ?? 0) === (b.tab ?? 0) &&
    a.fidelity === b.fidelity &&
    a.evidence === b.evidence &&
    b.atMs - a.atMs <= longPauseMs
  );
}

function groupOf(keys: readonly Keystroke[], first: number, end: number): KeyGroup {
  const head = keys[first]!;
  const last = keys[end - 1]!;
  let text = '';
  for (let index = first; index < end && text.length < textLimit; index += 1) {
    const sign = signOf(keys[index]!);
    if (sign === '␣' && head.fidelity === 'text') text += ' ';
    else text += sign.length > 1 ? `[${sign}]` : sign;
  }
  return {
    startsMs: head.atMs,
    endsMs: ms(last.atMs + (last.holdMs ?? 0)),
    first,
    end,
    text,
    fidelity: head.fidelity,
    evidence: head.evidence,
  };
}
