/** The log as lines for a person, newest first: each step once, with what it did and whether it stands. */

import type { Content } from '#core/content.ts';
import { describeEdit, lower, type IntentTitle } from '#core/describe-edit.ts';
import { applyEdit, invertEdit } from '#core/edit.ts';
import type { LogTail } from '#core/log-entry.ts';
import { wayTo, type LogStep, type ReplayedLog } from '#core/replay-log.ts';
import type { EpochMs } from '#core/time.ts';

export interface HistoryLine {
  /** The number of its last entry. */
  readonly number: number;
  readonly sentence: string;
  readonly at: EpochMs;
  /** What stood last after it: going back to the line goes there. */
  readonly stands: LogStep;
  /** It is the last step that stands. */
  readonly isNow: boolean;
  /** It was taken back and does not stand. */
  readonly isTakenBack: boolean;
  readonly canGoTo: boolean;
}

interface Shown {
  readonly log: LogTail;
  readonly replayed: ReplayedLog;
  /** What is said now. */
  readonly content: Content;
  readonly titleOf?: IntentTitle;
}

/** The newest `most` of them. */
export function historyLines(
  { log, replayed, content, titleOf }: Shown,
  most = Infinity,
): HistoryLine[] {
  const standing = new Set<LogStep>();
  for (let step: LogStep | undefined = replayed.stands; step; step = step.below) standing.add(step);
  const lines: HistoryLine[] = [];
  let after: Content | undefined = content;
  for (let index = log.entries.length - 1; index >= 0 && lines.length < most; index -= 1) {
    const { effect, step, stands } = replayed.entries[index]!;
    const entry = log.entries[index]!;
    const before: Content | undefined = effect && after && applyEdit(after, invertEdit(effect));
    const isEdit = entry.kind !== 'undo' && entry.kind !== 'redo';
    const last = lines.at(-1);
    if (isEdit && index < log.entries.length - 1 && replayed.entries[index + 1]!.step === step) {
      const next = log.entries[index + 1]!;
      if (last && next.kind !== 'undo' && next.kind !== 'redo') {
        lines[lines.length - 1] = { ...last, sentence: told(step, before, titleOf) };
        after = before;
        continue;
      }
    }
    const sentence =
      entry.kind === 'undo'
        ? `Took back: ${lower(told(step, after, titleOf))}`
        : entry.kind === 'redo'
          ? `Did again: ${lower(told(step, before, titleOf))}`
          : told(step, before, titleOf);
    lines.push({
      number: log.from + index,
      sentence,
      at: entry.at,
      stands,
      isNow: isEdit && step === replayed.stands,
      isTakenBack: isEdit && !standing.has(step),
      canGoTo: stands.of !== replayed.stands.of && wayTo(replayed.stands, stands) !== undefined,
    });
    after = before;
  }
  return lines;
}

const told = (step: LogStep, before: Content | undefined, titleOf?: IntentTitle): string =>
  step.edit ? describeEdit(step.edit, before, titleOf) : 'An edit from before';
