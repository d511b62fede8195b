/** How much speaks for one task ending and the next beginning between two acts, and why. */

import type { Reason } from '#core/suggestion.ts';
import { formatDuration } from '#core/time.ts';
import { pauseBetween, type Act } from './act.ts';
import { closingOf, closingReason } from './closing-acts.ts';
import { openWork } from './open-work.ts';
import { repeatedPatterns } from './repeated-patterns.ts';
import { startPages } from './start-pages.ts';

export interface CutEvidence {
  /** Above nought something speaks for a cut; from `cutFrom` on it is one. */
  readonly score: number;
  /** Why a task ends before. */
  readonly endReasons: readonly Reason[];
  /** Why one begins after. */
  readonly startReasons: readonly Reason[];
}

export const cutFrom = 0.5;

/** The weights, fitted by hand to the sessions set aside for that. */
const weights = {
  reading: 0.5,
  closing: 0.4,
  startPage: 0.3,
  openedPage: 0.15,
  shortcut: 0.2,
  patternBegins: 0.2,
  patternEnds: 0.1,
  tabChange: 0.15,
  openForm: -0.45,
  clipboard: -0.5,
};

const toldPauseMs = 5000;

/** The evidence before each act; none before the first. */
export function cutEvidence(acts: readonly Act[]): readonly CutEvidence[] {
  const starts = startPages(acts);
  const patterns = repeatedPatterns(acts);
  const open = openWork(acts);
  return acts.slice(1).map((after, index) => {
    const before = acts[index]!;
    const endReasons: Reason[] = [];
    const startReasons: Reason[] = [];
    let score = 0;

    const pause = pauseBetween(before, after);
    score += pauseScore(pause) * (isReading(before) ? weights.reading : 1);
    if (pause >= toldPauseMs) {
      const words = `Nothing was done for ${formatDuration(pause)}`;
      endReasons.push({ kind: 'pause', sentence: `${words} after it.` });
      startReasons.push({ kind: 'pause', sentence: `${words} before it.` });
    }

    const closing = closingOf(before, after);
    score += closing * weights.closing;
    if (closing >= 0.5) endReasons.push(closingReason(before));

    if (arrivesAt(starts, before, after)) {
      score += weights.startPage;
      startReasons.push({ kind: 'return to start', sentence: 'Back to a page work starts from.' });
    } else if (movesOn(after)) {
      score += weights.openedPage;
      startReasons.push({ kind: 'navigation', sentence: 'Another page was opened.' });
    }
    if (isShortcut(after)) {
      score += weights.shortcut;
      startReasons.push({
        kind: 'navigation',
        sentence: `It begins with a key of the page’s own.`,
      });
    }

    const begins = patterns[index + 1]!.begins;
    const ends = patterns[index]!.ends;
    if (begins > 1) {
      score += weights.patternBegins;
      startReasons.push({
        kind: 'repeated pattern',
        sentence: `The same acts begin here as ${begins - 1 === 1 ? 'once' : `${begins - 1} times`} elsewhere.`,
      });
    }
    if (ends > 1) {
      score += weights.patternEnds;
      endReasons.push({
        kind: 'repeated pattern',
        sentence: `A run of acts ends here that comes ${ends} times.`,
      });
    }

    if (before.tab !== after.tab) {
      score += weights.tabChange;
      startReasons.push({ kind: 'tab change', sentence: 'The person went to another tab.' });
    }

    const { form, clipboard } = open[index + 1]!;
    if (form) score += weights.openForm;
    if (clipboard) score += weights.clipboard;
    return { score, endReasons, startReasons };
  });
}

/** Longer pauses speak louder, each doubling as much again; short ones speak against. */
const pauseScore = (pause: number): number =>
  Math.max(-0.3, Math.min(0.6, 0.15 * Math.log2(Math.max(1, pause) / 2500)));

/** A page was just opened: the rest after it goes to looking at it. */
const isReading = ({ action, page, next }: Act) => page !== next && action?.kind === 'click';

const arrivesAt = (starts: ReadonlySet<string>, before: Act, after: Act) =>
  starts.has(after.next) && before.next !== after.next;

/** A page opened by a key of its own or by address, out of the middle of nowhere. */
const movesOn = ({ action, page, next }: Act) =>
  page !== next && (action === undefined || action.kind === 'press' || action.kind === 'goto');

/** A key that means something to the page: pressed outside of any field. */
const isShortcut = ({ action }: Act) =>
  action?.kind === 'press' && action.keys.length === 1 && !fields.has(action.target?.role ?? '');

const fields = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton', 'input', 'textarea']);
