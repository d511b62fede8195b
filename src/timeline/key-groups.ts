/** Gathers what came into fields as the Keys lane shows it: runs of keys, shortcuts, and text that
 * came by other ways together with the keys that brought it. */

import type { Evidence, Keystroke } from '#core/keystroke.ts';
import { modifierBits, type Fidelity, type TextInputCause } from '#core/plugin-events.ts';
import { ms, type Span } from '#core/time.ts';
import type { TextInput } from '#core/track.ts';
import { isChord, signOf } from './key-signs.ts';
import { strikeErased } from './struck-keys.ts';

export interface KeyGroup extends Span {
  /** `typed`: a run into one field, all known equally well, without a long pause. */
  readonly kind: 'typed' | 'chord' | 'input';
  /** Indices into `KeyGroups.keys`; `end` is past the last. An input may have none. */
  readonly first: number;
  readonly end: number;
  readonly text: string;
  /** Which parts of `text` were erased again: from, up to. */
  readonly struck: readonly (readonly [number, number])[];
  readonly input?: TextInput;
  readonly node: number;
  readonly fidelity: Fidelity;
  readonly evidence: Evidence;
}

export interface KeyGroups {
  /** Every key but the modifiers, in order. */
  readonly keys: readonly Keystroke[];
  /** For each key 1 where what it wrote was erased again. */
  readonly struck: Uint8Array;
  readonly groups: readonly KeyGroup[];
}

const longPauseMs = 1500;
/** A shortcut that brings text does so within this. */
const broughtMs = 250;
/** No screen shows more of a run than this. */
const textLimit = 240;
const byShortcut: ReadonlySet<TextInputCause> = new Set(['paste', 'cut', 'undo', 'redo']);

export function groupKeys(
  keystrokes: readonly Keystroke[],
  textInputs: readonly TextInput[] = [],
): KeyGroups {
  const byTime = (a: { atMs: number }, b: { atMs: number }) => a.atMs - b.atMs;
  const keys = keystrokes.filter((key) => key.class !== 'modifier').sort(byTime);
  const inputs = [...textInputs].sort(byTime);
  const struck = strikeErased(keys);
  const groups: KeyGroup[] = [];
  let given = 0;
  for (let first = 0; first < keys.length || given < inputs.length;) {
    const input = inputs[given];
    if (input && (first === keys.length || input.atMs < keys[first]!.atMs)) {
      given += 1;
      groups.push(inputOf(input, takeBringer(groups, keys, input), first));
      continue;
    }
    let end = first + 1;
    const untilMs = input?.atMs ?? Infinity;
    while (
      end < keys.length &&
      keys[end]!.atMs <= untilMs &&
      belongTogether(keys[end - 1]!, keys[end]!)
    )
      end += 1;
    groups.push(groupOf(keys, struck, first, end));
    first = end;
  }
  return { keys, struck, groups };
}

function belongTogether(a: Keystroke, b: Keystroke): boolean {
  return (
    a.node === b.node &&
    (a.tab ?? 0) === (b.tab ?? 0) &&
    a.fidelity === b.fidelity &&
    a.evidence === b.evidence &&
    (a.composing ?? false) === (b.composing ?? false) &&
    !isChord(a) &&
    !isChord(b) &&
    b.atMs - a.atMs <= longPauseMs
  );
}

function groupOf(
  keys: readonly Keystroke[],
  isStruck: Uint8Array,
  first: number,
  end: number,
): KeyGroup {
  const head = keys[first]!;
  let text = '';
  let endsMs = 0;
  const struck: [number, number][] = [];
  for (let index = first; index < end; index += 1) {
    const key = keys[index]!;
    endsMs = Math.max(endsMs, key.atMs + (key.holdMs ?? 0));
    if (text.length >= textLimit) continue;
    const from = text.length;
    text += end - first === 1 ? signOf(key) : writtenAs(key);
    if (isStruck[index] !== 1) continue;
    const last = struck.at(-1);
    if (last?.[1] === from) last[1] = text.length;
    else struck.push([from, text.length]);
  }
  const { node, fidelity, evidence } = head;
  const kind = isChord(head) ? 'chord' : 'typed';
  const span = { startsMs: head.atMs, endsMs: ms(endsMs) };
  return { ...span, kind, first, end, text, struck, node, fidelity, evidence };
}

function writtenAs(key: Keystroke): string {
  const sign = signOf(key);
  if (sign === '␣' && key.fidelity === 'text') return ' ';
  return sign.length > 1 ? `[${sign}]` : sign;
}

/** The keys that brought the text, taken out of the groups: they are told as one thing. */
function takeBringer(
  groups: KeyGroup[],
  keys: readonly Keystroke[],
  input: TextInput,
): KeyGroup | undefined {
  const last = groups.at(-1);
  if (last === undefined || last.kind === 'input' || last.node !== input.node) return undefined;
  const key = keys[last.end - 1]!;
  if ((key.tab ?? 0) !== (input.tab ?? 0)) return undefined;
  const shortcut = last.kind === 'chord' && input.atMs - key.atMs <= broughtMs;
  const ofEditing = (key.modifiers & (modifierBits.Control | modifierBits.Meta)) !== 0;
  const brought = byShortcut.has(input.cause)
    ? shortcut && ofEditing
    : input.cause === 'composition' && key.composing === true;
  return brought ? groups.pop() : undefined;
}

function inputOf(input: TextInput, by: KeyGroup | undefined, at: number): KeyGroup {
  return {
    kind: 'input',
    startsMs: by?.startsMs ?? input.atMs,
    endsMs: ms(Math.max(by?.endsMs ?? 0, input.atMs)),
    first: by?.first ?? at,
    end: by?.end ?? at,
    text: by?.kind === 'chord' ? by.text : '',
    struck: [],
    input,
    node: input.node,
    fidelity: input.fidelity,
    evidence: 'exact',
  };
}
