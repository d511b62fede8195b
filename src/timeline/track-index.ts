/** A track made ready for drawing: sorted, grouped and measured once, whatever the zoom. */

import type { Action } from '#core/action.ts';
import type { Keystroke } from '#core/keystroke.ts';
import type { Ms, Span } from '#core/time.ts';
import type { Gap, PageVisit, TextInput, Track } from '#core/track.ts';
import { groupKeys, type HeldKey, type KeyGroup } from './key-groups.ts';
import { indexSpans, type SpanIndex } from './span-index.ts';

export interface PlacedAction extends Span {
  /** Where it stands in the track. */
  readonly index: number;
  readonly action: Action;
}

export interface PlacedInput extends Span {
  readonly input: TextInput;
}

export interface TrackIndex {
  readonly pages: SpanIndex<PageVisit>;
  /** The tabs in order of first use; each has a row in the Pages lane. */
  readonly tabs: readonly number[];
  readonly keys: readonly Keystroke[];
  readonly groups: SpanIndex<KeyGroup>;
  readonly held: SpanIndex<HeldKey>;
  /** Text that came into fields without keys. */
  readonly inputs: SpanIndex<PlacedInput>;
  readonly actions: SpanIndex<PlacedAction>;
  readonly gaps: SpanIndex<Gap>;
  readonly activity: readonly number[];
  readonly activityFromMs: Ms;
  /** What counts as a full bar: a busy second, so that one outburst does not flatten the rest. */
  readonly busy: number;
}

export function indexTrack(track: Track): TrackIndex {
  const { keys, groups, held } = groupKeys(track.keystrokes);
  return {
    pages: indexSpans(track.pages),
    tabs: [...new Set(track.pages.map((visit) => visit.tab))],
    keys,
    groups: indexSpans(groups),
    held: indexSpans(held),
    inputs: indexSpans(
      (track.textInputs ?? []).map((input) => ({
        startsMs: input.atMs,
        endsMs: input.atMs,
        input,
      })),
    ),
    actions: indexSpans(
      track.actions.map((action, index) => ({
        startsMs: action.startsMs,
        endsMs: action.endsMs,
        index,
        action,
      })),
    ),
    gaps: indexSpans(track.gaps),
    activity: track.activity,
    activityFromMs: track.activityFromMs,
    busy: busySecond(track.activity),
  };
}

function busySecond(activity: readonly number[]): number {
  const sorted = activity.filter((count) => count > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.97)] ?? 1;
}
