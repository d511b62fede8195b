import type { Keystroke } from '#core/keystroke.ts';
import type { KeyClass } from '#core/plugin-events.ts';
import type { Ms } from '#core/time.ts';
import { diffValues, isMasked } from './diff-values.ts';

/** More characters at once than this were pasted, completed or set, not pressed one by one. */
const typedAtOnce = 4;

/** The keys that turn one value of a field into the next, as far as one input event can tell. */
export function inferKeystrokes(
  before: string,
  after: string,
  where: { readonly atMs: Ms; readonly node: number; readonly secret: boolean },
): Keystroke[] {
  const { removed, inserted } = diffValues(before, after);
  const characters = [...inserted];
  if (characters.length > typedAtOnce) return [];
  const masked = where.secret || isMasked(inserted) || isMasked(removed);
  const base = { atMs: where.atMs, modifiers: 0, node: where.node, evidence: 'inferred' } as const;
  const erase: Keystroke = { ...base, fidelity: 'text', key: 'Backspace', class: 'edit' };
  const typed = characters.map((key): Keystroke =>
    masked
      ? { ...base, fidelity: 'class', class: 'other' }
      : { ...base, fidelity: 'text', key: key === '\n' ? 'Enter' : key, class: classOf(key) },
  );
  // Typing over a selection takes it out without a key of its own.
  return removed !== '' && characters.length === 0 ? [erase] : typed;
}

function classOf(key: string): KeyClass {
  if (/\p{L}/u.test(key)) return 'letter';
  if (/\p{N}/u.test(key)) return 'digit';
  if (key === '\n') return 'enter';
  return /\s/.test(key) ? 'space' : 'symbol';
}
