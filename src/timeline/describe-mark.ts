/** What the pointer is told of a mark: exactly when, exactly what, and how well it is known. */

import { describeAction } from '#core/describe-action.ts';
import type { Evidence } from '#core/keystroke.ts';
import type { Fidelity } from '#core/plugin-events.ts';
import type { Task } from '#core/task.ts';
import { formatDuration, formatTime } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import type { KeyMark } from './key-marks.ts';
import type { Mark } from './lane-marks.ts';
import { placeOf, type Place } from './place-of.ts';
import { describeTextInput } from './text-input-words.ts';
import type { TrackIndex } from './track-index.ts';

export interface MarkWords {
  readonly time: string;
  readonly text: string;
  readonly note?: string;
}

const closer = 'Zoom in to tell them apart.';

/** With `index`, the track the mark was laid out from, it is told too where it happened. */
export function describeMark(mark: Mark, index?: TrackIndex): MarkWords {
  const time = span(mark.startsMs, mark.endsMs);
  switch (mark.kind) {
    case 'page': {
      const { title, url } = mark.visit;
      const others = `${many(mark.count, 'page')} here, one after the other`;
      return { time, text: title || url, note: mark.count > 1 ? others : url };
    }
    case 'activity': {
      const within = mark.endsMs - mark.startsMs;
      const text = `${many(mark.events, 'event')} in ${within > 1000 ? formatDuration(within) : 'this second'}`;
      const note = `${grouped(mark.busiest)} in the busiest second`;
      return { time, text, note: within > 1000 ? note : undefined };
    }
    case 'key':
    case 'run':
    case 'text input':
    case 'key crowd':
      return { time, ...describeKeys(mark, index) };
    case 'held':
      return mark.count > 1
        ? { time, text: `modifiers held ${mark.count} times`, note: closer }
        : { time, text: `${mark.glyphs} held ${Math.round(mark.endsMs - mark.startsMs)} ms` };
    case 'action': {
      const { action } = mark.placed;
      if (mark.count === 1)
        return { time, text: describeAction(action), note: noteOn('text', action.evidence) };
      const text = many(mark.count, 'action');
      return {
        time,
        text: joined(text, where(index, { atMs: mark.startsMs, tab: action.tab })),
        note: closer,
      };
    }
    case 'gap':
      return {
        time,
        text: mark.words,
        note: mark.count > 1 ? `The longest of ${mark.count} gaps here.` : mark.gap.why,
      };
    default:
      return unreachable(mark);
  }
}

function describeKeys(mark: KeyMark, index: TrackIndex | undefined): Omit<MarkWords, 'time'> {
  const keys = many(mark.end - mark.first, 'key');
  switch (mark.kind) {
    case 'key': {
      const { keystroke } = mark;
      const { fidelity, evidence } = keystroke;
      const place = where(index, keystroke);
      if (mark.end - mark.first > 1) return { text: joined(keys, place), note: closer };
      const told = [fidelity === 'text' ? mark.sign : `${keystroke.class} key`];
      if (keystroke.holdMs !== undefined) told.push(`held ${Math.round(keystroke.holdMs)} ms`);
      if (mark.struck) told.push('erased again');
      return { text: joined(told.join(', '), place), note: noteOn(fidelity, evidence) };
    }
    case 'run': {
      const { group: run } = mark;
      const isTold = run.fidelity === 'text';
      const text = isTold ? `${run.text} (${keys})` : (kindsOf(mark, index) ?? keys);
      const first = index?.keys[run.first];
      const place = first && where(index, first);
      return { text: joined(text, place), note: noteOn(run.fidelity, run.evidence) };
    }
    case 'text input': {
      const { input, group: run } = mark;
      const by = run.text === '' ? '' : `${run.text}, `;
      const masked = 'Masked: only how it came was recorded.';
      const note = run.end > run.first ? undefined : 'It came without keys.';
      return {
        text: joined(by + describeTextInput(input), where(index, input)),
        note: input.fidelity === 'class' ? masked : note,
      };
    }
    case 'key crowd': {
      const text = mark.end > mark.first ? keys : `text came ${mark.count} times`;
      const { tab } = index?.keys[mark.first] ?? {};
      return { text: joined(text, where(index, { atMs: mark.startsMs, tab })), note: closer };
    }
    default:
      return unreachable(mark);
  }
}

/** `8 letters, 4 digits` */
function kindsOf({ first, end }: KeyMark, index: TrackIndex | undefined): string | undefined {
  if (index === undefined) return undefined;
  const counts = new Map<string, number>();
  for (let at = first; at < end; at += 1) {
    const kind = index.keys[at]!.class;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const told = { letter: 'letter', digit: 'digit', space: 'space', symbol: 'symbol' };
  return [...counts]
    .map(([kind, count]) => many(count, told[kind as keyof typeof told] ?? `${kind} key`))
    .join(', ');
}

function where(index: TrackIndex | undefined, place: Place): string | undefined {
  return index && placeOf(index, place);
}

export function describeTask(task: Task): MarkWords {
  const text = task.instruction.trim() || 'Unnamed task';
  return { time: span(task.startsMs, task.endsMs), text };
}

function noteOn(fidelity: Fidelity, evidence: Evidence): string | undefined {
  if (fidelity === 'class') return 'Masked: only the kind of key was recorded.';
  return evidence === 'inferred' ? 'Inferred from what changed, not recorded as such.' : undefined;
}

const grouped = (count: number) => count.toLocaleString('en').replaceAll(',', ' ');
const many = (count: number, of: string) => `${grouped(count)} ${count === 1 ? of : `${of}s`}`;
const joined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ');

function span(startsMs: number, endsMs: number): string {
  return endsMs > startsMs
    ? `${formatTime(startsMs)} – ${formatTime(endsMs)}`
    : formatTime(startsMs);
}
