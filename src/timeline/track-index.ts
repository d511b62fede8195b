/** A track made ready for drawing: sorted, grouped and measured once, whatever the zoom. */

import type { Action } from '#core/action.ts';
import type { Keystroke } from '#core/keystroke.ts';
import type { Ms, Span } from '#core/time.ts';
import type { Gap, PageVisit, Track } from '#core/track.ts';
import { busySecond, layerActivity, type ActivityLevel } from './activity-pyramid.ts';
import { FieldNames } from './field-names.ts';
import { holdKeys, type HeldKeys } from './held-keys.ts';
import { groupKeys, type KeyGroup } from './key-groups.ts';
import { findJumps, layerGaps, type GapPiece } from './layered-gaps.ts';
import { MarkPyramid } from './mark-pyramid.ts';
import { isPointerAct } from './pointer-acts.ts';

export interface PlacedAction extends Span {
  /** Where it stands in the track. */
  readonly index: number;
  readonly action: Action;
}

export interface PlacedKey extends Span {
  readonly keystroke: Keystroke;
}

export interface GapIndex {
  readonly all: readonly Gap[];
  readonly long: MarkPyramid<GapPiece>;
  readonly jumps: MarkPyramid<GapPiece>;
}

export interface TrackIndex {
  /** The visits of each of `tabs`. */
  readonly pages: readonly MarkPyramid<PageVisit>[];
  /** The tabs in order of first use; each has a row in the Pages lane. */
  readonly tabs: readonly number[];
  /** Every key but the modifiers, in order. */
  readonly keys: readonly Keystroke[];
  readonly placedKeys: MarkPyramid<PlacedKey>;
  /** For each key 1 where what it wrote was erased again. */
  readonly struck: Uint8Array;
  readonly groups: MarkPyramid<KeyGroup>;
  readonly held: MarkPyramid<HeldKeys>;
  /** What a hand did with the pointer. */
  readonly pointer: MarkPyramid<PlacedAction>;
  /** All other actions. */
  readonly actions: MarkPyramid<PlacedAction>;
  readonly fields: FieldNames;
  readonly gaps: GapIndex;
  readonly activity: readonly number[];
  readonly activityLevels: readonly ActivityLevel[];
  readonly activityFromMs: Ms;
  /** What counts as a full bar. */
  readonly busy: number;
}

export function indexTrack(track: Track): TrackIndex {
  const tabs = [...new Set(track.pages.map((visit) => visit.tab))];
  const visits = new Map<number, PageVisit[]>(tabs.map((tab) => [tab, []]));
  for (const visit of track.pages) visits.get(visit.tab)!.push(visit);
  const { keys, struck, groups } = groupKeys(track.keystrokes, track.textInputs);
  const begins = new Uint8Array(keys.length);
  for (const { first } of groups) begins[first] = 1;
  const modifiers = track.keystrokes.filter((key) => key.class === 'modifier');
  const placed = track.actions.map((action, index) => {
    const { startsMs, endsMs } = action;
    return { startsMs, endsMs, index, action };
  });
  return {
    pages: tabs.map((tab) => new MarkPyramid(visits.get(tab)!)),
    tabs,
    keys,
    placedKeys: new MarkPyramid(keys.map(placeKey), (index) => begins[index] === 1),
    struck,
    groups: new MarkPyramid(groups),
    held: new MarkPyramid(holdKeys(modifiers)),
    pointer: new MarkPyramid(placed.filter(({ action }) => isPointerAct(action))),
    actions: new MarkPyramid(placed.filter(({ action }) => !isPointerAct(action))),
    fields: new FieldNames(track.actions),
    gaps: indexGaps(track.gaps),
    activity: track.activity,
    activityLevels: layerActivity(track.activity),
    activityFromMs: track.activityFromMs,
    busy: busySecond(track.activity),
  };
}

function placeKey(keystroke: Keystroke): PlacedKey {
  const startsMs = keystroke.atMs;
  return { startsMs, endsMs: (startsMs + (keystroke.holdMs ?? 0)) as Ms, keystroke };
}

function indexGaps(all: readonly Gap[]): GapIndex {
  return {
    all,
    long: new MarkPyramid(layerGaps(all)),
    jumps: new MarkPyramid(findJumps(all)),
  };
}

const joined = new WeakMap<readonly Gap[], WeakMap<GapIndex, GapIndex>>();

/** The gaps of the track and those that showed only as it was played, in either list or both. */
export function gapsWith(own: GapIndex, extra: readonly Gap[]): GapIndex {
  if (extra.length === 0) return own;
  const known = joined.get(extra) ?? new WeakMap<GapIndex, GapIndex>();
  joined.set(extra, known);
  const before = known.get(own);
  if (before) return before;
  const both = indexGaps([...new Set([...own.all, ...extra])]);
  known.set(own, both);
  return both;
}
