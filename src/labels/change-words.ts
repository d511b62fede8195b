import { unreachable } from '#core/unreachable.ts';
import type { IntentChange } from './diff-label-sets.ts';

/** The sign a change is told with, beside its words. */
export function signOf({ kind }: IntentChange): '+' | '−' | '~' {
  if (kind === 'added' || kind === 'brought back') return '+';
  return kind === 'removed' || kind === 'retired' ? '−' : '~';
}

export function wordsOf(change: IntentChange): string {
  switch (change.kind) {
    case 'added':
      return 'New';
    case 'removed':
      return 'Removed';
    case 'retired':
      return 'Retired: it can’t be chosen any more';
    case 'brought back':
      return 'Can be chosen again';
    case 'renamed':
      return `Renamed from “${change.from}”`;
    case 'merged':
      return `Takes in ${listOf(change.titles.map((title) => `“${title}”`))}`;
    case 'moved':
      return `Moved from ${placeOf(change.from)} to ${placeOf(change.to)}`;
    case 'reordered':
      return 'In another order';
    case 'said':
      return saidWords(change);
    default:
      return unreachable(change);
  }
}

function saidWords({ what, before, after }: Extract<IntentChange, { kind: 'said' }>): string {
  const name = `${what.slice(0, 1).toUpperCase()}${what.slice(1)}`;
  if (before === undefined) return `${name}: ${after}`;
  if (after === undefined) return `${name} taken away: ${before}`;
  return `${name}: ${before} → ${after}`;
}

const placeOf = (path: readonly string[]) =>
  path.length === 0 ? 'the outermost level' : `“${path.join(' › ')}”`;

function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
