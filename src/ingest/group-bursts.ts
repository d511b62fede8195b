import { glyphOf, type Burst, type Keystroke } from '#core/keystroke.ts';
import { modifierBits } from '#core/plugin-events.ts';
import { ms } from '#core/time.ts';

/** A longer pause between two keys begins a new burst. */
export const burstPauseMs = 1500;

/** Keystrokes in order of time, grouped by field and pause. Modifiers alone are not typed text. */
export function groupBursts(keystrokes: readonly Keystroke[]): Burst[] {
  const groups: Keystroke[][] = [];
  for (const keystroke of keystrokes) {
    if (keystroke.class === 'modifier') continue;
    const group = groups.at(-1);
    if (group !== undefined && continuesBurst(group.at(-1), keystroke)) group.push(keystroke);
    else groups.push([keystroke]);
  }
  return groups.map(toBurst);
}

export function continuesBurst(last: Keystroke | undefined, next: Keystroke): boolean {
  const isSameField = last?.node === next.node && (last.tab ?? 0) === (next.tab ?? 0);
  return isSameField && next.atMs - last.atMs <= burstPauseMs;
}

function toBurst(keystrokes: readonly Keystroke[]): Burst {
  const [first, last] = [keystrokes[0] as Keystroke, keystrokes.at(-1) as Keystroke];
  return {
    startsMs: first.atMs,
    endsMs: ms(
      keystrokes.reduce(
        (end, each) => Math.max(end, each.atMs + (each.holdMs ?? 1)),
        last.atMs + 1,
      ),
    ),
    node: first.node,
    count: keystrokes.length,
    text: keystrokes.map(signOf).join(''),
    evidence: keystrokes.some(({ evidence }) => evidence === 'inferred') ? 'inferred' : 'exact',
  };
}

function signOf(keystroke: Keystroke): string {
  const { key, modifiers } = keystroke;
  const isChord = (modifiers & (modifierBits.Control | modifierBits.Meta)) !== 0;
  if (isChord && !(modifiers & modifierBits.Alt))
    return `${modifiers & modifierBits.Meta ? '⌘' : '⌃'}${glyphOf(keystroke)}`;
  return key === ' ' ? ' ' : glyphOf(keystroke);
}
