/** What the pointer is told of a mark: exactly when, exactly what, and how well it is known. */

import { describeAction } from '#core/describe-action.ts';
import type { Evidence } from '#core/keystroke.ts';
import type { Fidelity } from '#core/plugin-events.ts';
import type { Task } from '#core/task.ts';
import { formatTime, type Ms } from '#core/time.ts';
import { activityBinMs } from '#core/track.ts';
import { unreachable } from '#core/unreachable.ts';
import { describeGap } from './gap-marks.ts';
import type { Mark } from './lane-marks.ts';
import { describeTextInput } from './text-input-marks.ts';
import type { TrackIndex } from './track-index.ts';

export interface MarkWords {
  readonly time: string;
  readonly text: string;
  readonly note?: string;
}

export function describeMark(mark: Mark): MarkWords {
  switch (mark.kind) {
    case 'page':
      return {
        time: span(mark.visit.startsMs, mark.visit.endsMs),
        text: mark.visit.title || mark.visit.url,
        note: mark.count > 1 ? `first of ${mark.count} pages here` : mark.visit.url,
      };
    case 'key': {
      const { atMs, holdMs, fidelity, evidence } = mark.keystroke;
      const held = holdMs === undefined ? '' : `, held ${Math.round(holdMs)} ms`;
      const what = fidelity === 'text' ? mark.sign : mark.keystroke.class;
      return { time: formatTime(atMs), text: `${what}${held}`, note: noteOn(fidelity, evidence) };
    }
    case 'run': {
      const { group } = mark;
      const keys = group.end - group.first;
      const count = keys === 1 ? '1 key' : `${keys} keys`;
      return {
        time: span(group.startsMs, group.endsMs),
        text: group.fidelity === 'text' ? `${group.text} (${count})` : count,
        note: noteOn(group.fidelity, group.evidence),
      };
    }
    case 'key crowd':
      return {
        time: span(mark.group.startsMs, mark.lastMs),
        text: `${mark.count} bursts of keys`,
        note: 'Zoom in to tell them apart.',
      };
    case 'held':
      return {
        time: span(mark.held.startsMs, mark.held.endsMs),
        text: `${mark.held.glyph} held ${Math.round(mark.held.endsMs - mark.held.startsMs)} ms`,
      };
    case 'text input':
      return mark.count > 1
        ? {
            time: span(mark.input.atMs, mark.lastMs),
            text: `${mark.count} times text without keys`,
            note: 'Zoom in to tell them apart.',
          }
        : {
            time: formatTime(mark.input.atMs),
            text: describeTextInput(mark.input),
            note:
              mark.input.fidelity === 'class'
                ? 'Masked: only how it came was recorded.'
                : 'It came without keys.',
          };
    case 'action':
      return mark.count > 1
        ? {
            time: span(mark.placed.startsMs, mark.lastMs),
            text: `${mark.count} actions`,
            note: 'Zoom in to tell them apart.',
          }
        : {
            time: formatTime(mark.placed.startsMs),
            text: describeAction(mark.placed.action),
            note: noteOn('text', mark.placed.action.evidence),
          };
    case 'gap':
      return { time: span(mark.gap.startsMs, mark.gap.endsMs), text: describeGap(mark.gap) };
    default:
      return unreachable(mark);
  }
}

export function describeTask(task: Task): MarkWords {
  const text = task.instruction.trim() || 'Unnamed task';
  return { time: span(task.startsMs, task.endsMs), text };
}

/** How busy the second around `at` was. */
export function describeSecond(
  { activity, activityFromMs }: Pick<TrackIndex, 'activity' | 'activityFromMs'>,
  at: Ms,
): MarkWords | undefined {
  const bin = Math.floor((at - activityFromMs) / activityBinMs);
  const count = activity[bin];
  if (count === undefined) return undefined;
  const text = count === 1 ? '1 event' : `${count} events`;
  return { time: formatTime(activityFromMs + bin * activityBinMs), text: `${text} in this second` };
}

function noteOn(fidelity: Fidelity, evidence: Evidence): string | undefined {
  if (fidelity === 'class') return 'Masked: only the kind of key was recorded.';
  return evidence === 'inferred' ? 'Inferred from what changed, not recorded as such.' : undefined;
}

function span(startsMs: number, endsMs: number): string {
  return endsMs > startsMs
    ? `${formatTime(startsMs)} – ${formatTime(endsMs)}`
    : formatTime(startsMs);
}
