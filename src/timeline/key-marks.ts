/** How the Keys lane shows each run at a zoom: key by key, as its text, or as a bare stroke. */

import type { Keystroke } from '#core/keystroke.ts';
import { ms, type Ms } from '#core/time.ts';
import type { TextInput } from '#core/track.ts';
import { clipText, type MeasureText } from './clip-text.ts';
import type { KeyGroup } from './key-groups.ts';
import { signOf } from './key-signs.ts';
import { walk, type Stop } from './mark-walk.ts';
import { boxPx, capPx, closestPx, endOf } from './mark-widths.ts';
import { textInputLabels } from './text-input-words.ts';
import type { View } from './time-scale.ts';
import type { PlacedKey, TrackIndex } from './track-index.ts';

interface KeyMarkBase {
  readonly startsMs: Ms;
  readonly endsMs: Ms;
  readonly x: number;
  readonly endX: number;
  /** The keys it stands for, as indices into the track's: from `first` up to and without `end`. */
  readonly first: number;
  readonly end: number;
}

export type KeyMark = KeyMarkBase &
  (
    | {
        /** One key, or a few of one run too close to tell apart. */
        readonly kind: 'key';
        readonly keystroke: Keystroke;
        readonly sign: string;
        readonly struck: boolean;
        /** Until when it was held, drawn under it in one of two rows: the next may be down by then. */
        readonly heldToX: number;
        readonly heldRow: 0 | 1;
      }
    | {
        readonly kind: 'run';
        readonly group: KeyGroup;
        /** What was typed, as much as fits in view; of what is masked only how much. */
        readonly text: string;
        readonly textX: number;
        readonly written: boolean;
        /** Parts of `text` that were erased again. */
        readonly struck: KeyGroup['struck'];
      }
    | {
        readonly kind: 'text input';
        readonly group: KeyGroup;
        readonly input: TextInput;
        readonly label: string;
      }
    | {
        readonly kind: 'key crowd';
        /** The first of the runs. */
        readonly group: KeyGroup;
        readonly count: number;
        readonly masked: boolean;
        readonly text: string;
        readonly textX: number;
      }
  );

const capPaddingPx = 8;
/** A run opens into single keys when they stand this far apart on average. */
const openPx = 13;
export const textPaddingPx = 4;
/** How wide the drawing of an input is. */
export const inputSignPx = 16;

type Index = Pick<TrackIndex, 'groups' | 'keys' | 'placedKeys' | 'struck'>;

export function layoutKeys(
  index: Index,
  view: View,
  measures: { readonly mono: MeasureText; readonly sans: MeasureText },
): readonly KeyMark[] {
  return walk(index.groups, view)
    .flatMap((stop) => {
      const { item } = stop;
      if (stop.to - stop.from > 1) return [crowdOf(stop, view, measures.sans)];
      if (item.input) return [inputOf(stop, item.input, view, measures.sans)];
      if (isOpen(stop)) return keysOf(stop, index, view, measures.mono);
      return [runOf(stop, view, measures)];
    })
    .filter(({ x, endX }) => endX >= 0 && x <= view.widthPx);
}

/** A key alone needs only the room for its cap. */
function isOpen({ item, x, endX, nextX }: Stop<KeyGroup>): boolean {
  const keys = item.end - item.first;
  if (keys === 1) return nextX - x > capPx;
  return Math.min(endX, nextX) - x >= openPx * keys;
}

function baseOf(stop: Stop<KeyGroup>, leastPx?: number): KeyMarkBase {
  const { item, last, x, endX, nextX } = stop;
  return {
    startsMs: ms(stop.startsMs),
    endsMs: ms(stop.endsMs),
    x,
    endX: endOf(x, endX, nextX, leastPx),
    first: item.first,
    end: last.end,
  };
}

function crowdOf(stop: Stop<KeyGroup>, view: View, measure: MeasureText): KeyMark {
  const base = baseOf(stop);
  const masked = stop.item.fidelity === 'class' || stop.last.fidelity === 'class';
  const count = stop.to - stop.from;
  const { textX, room } = textPlace(base, view);
  const text = labelIn(room, [`${base.end - base.first} keys`], measure);
  return { ...base, kind: 'key crowd', group: stop.item, count, masked, text, textX };
}

function inputOf(
  stop: Stop<KeyGroup>,
  input: TextInput,
  { widthPx }: View,
  measure: MeasureText,
): KeyMark {
  const textX = stop.x + inputSignPx;
  const shown = input.fidelity === 'class' ? { ...input, text: undefined } : input;
  const labels = textInputLabels(shown);
  const labelTo = (toX: number) =>
    labels.find((each) => measure(each) <= toX - textX - textPaddingPx - 1) ?? '';
  const whole = labelTo(stop.nextX);
  const wide = whole === '' ? inputSignPx : inputSignPx + measure(whole) + textPaddingPx;
  const base = baseOf(stop, wide);
  const label = textX < 0 ? '' : labelTo(Math.min(stop.nextX, widthPx));
  return { ...base, kind: 'text input', group: stop.item, input, label };
}

function runOf(
  stop: Stop<KeyGroup>,
  view: View,
  { mono, sans }: { readonly mono: MeasureText; readonly sans: MeasureText },
): KeyMark {
  const base = baseOf(stop);
  const { item: group } = stop;
  const count = group.end - group.first;
  const { textX, room } = textPlace(base, view);
  const masked = group.fidelity === 'class';
  const letters = masked || room < 4 ? '' : clipText(group.text, room, mono);
  const text = letters || (masked ? labelIn(room, [`${count} masked`, `×${count}`], sans) : '');
  const written = letters !== '';
  return { ...base, kind: 'run', group, text, textX, written, struck: written ? group.struck : [] };
}

/** Of a mark that the view cuts, the words stand in the part that is seen. */
function textPlace({ x, endX }: KeyMarkBase, { widthPx }: View) {
  const textX = Math.max(0, x) + textPaddingPx;
  return { textX, room: Math.min(endX, widthPx) - textX - textPaddingPx };
}

function labelIn(room: number, labels: readonly string[], measure: MeasureText): string {
  return room < boxPx ? '' : (labels.find((each) => measure(each) <= room) ?? '');
}

function keysOf(
  { item, nextX: afterX }: Stop<KeyGroup>,
  { placedKeys, struck }: Index,
  view: View,
  measure: MeasureText,
): readonly KeyMark[] {
  const stops = joinLast(walk(placedKeys, view, { from: item.first, to: item.end }), afterX);
  return stops.map((stop, at): KeyMark => {
    const { keystroke } = stop.item;
    const next = stops[at + 1];
    const nextX = next?.x ?? Math.min(stop.nextX, afterX);
    const sign = stop.to - stop.from > 1 ? `${stop.to - stop.from}` : signOf(keystroke);
    return {
      kind: 'key',
      keystroke,
      sign,
      struck: struck[stop.from] === 1,
      startsMs: ms(stop.startsMs),
      endsMs: ms(stop.endsMs),
      x: stop.x,
      endX: endOf(stop.x, stop.endX, nextX, Math.max(capPx, measure(sign) + capPaddingPx)),
      heldToX: Math.min(stop.endX, afterX - 1, (stops[at + 2]?.x ?? Infinity) - 1),
      heldRow: (stop.place % 2) as 0 | 1,
      first: stop.from,
      end: stop.to,
    };
  });
}

/** The last keys of a run that touch the next run stay with the key before them. */
function joinLast(stops: readonly Stop<PlacedKey>[], afterX: number): readonly Stop<PlacedKey>[] {
  const kept = [...stops];
  while (kept.length > 1 && afterX - kept.at(-1)!.x < closestPx) {
    const late = kept.pop()!;
    const before = kept.pop()!;
    const endsMs = Math.max(before.endsMs, late.endsMs);
    const endX = Math.max(before.endX, late.endX);
    kept.push({ ...before, last: late.last, to: late.to, endsMs, endX, nextX: late.nextX });
  }
  return kept;
}
