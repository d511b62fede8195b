/** Small tracks for the tests of this room, with only what a test names. */

import type { Action } from '#core/action.ts';
import type { Keystroke } from '#core/keystroke.ts';
import { ms } from '#core/time.ts';
import type { Gap, PageVisit, Track } from '#core/track.ts';
import { indexTrack, type TrackIndex } from './track-index.ts';
import type { View } from './time-scale.ts';

export const viewOf = (startsMs: number, endsMs: number, widthPx = 1000): View => ({
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  widthPx,
});

/** Ten pixels a letter. */
export const tenEach = (text: string): number => text.length * 10;

export const keyAt = (atMs: number, sign: string, more: Partial<Keystroke> = {}): Keystroke => ({
  atMs: ms(atMs),
  fidelity: 'text',
  key: sign,
  class: 'letter',
  modifiers: 0,
  node: 7,
  evidence: 'exact',
  ...more,
});

export const clickAt = (startsMs: number, name: string): Action => ({
  kind: 'click',
  startsMs: ms(startsMs),
  endsMs: ms(startsMs),
  tab: 0,
  page: { url: 'https://desk.example/' },
  target: { node: 1, role: 'button', name, tag: 'button', attributes: {}, selectors: [] },
  events: [0, 0],
  evidence: 'exact',
});

export const typeAt = (startsMs: number, endsMs: number, text?: string): Action => ({
  ...clickAt(startsMs, 'Search'),
  endsMs: ms(endsMs),
  kind: 'type',
  text,
});

export const visitOf = (startsMs: number, endsMs: number, url: string, tab = 0): PageVisit => ({
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  url,
  tab,
});

export const gapOf = (
  startsMs: number,
  endsMs: number,
  reason: Gap['reason'],
  removedMs?: number,
): Gap => ({
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  reason,
  removedMs,
});

export function sketchTrack(parts: Partial<Track>): TrackIndex {
  return indexTrack({
    format: 1,
    pages: [],
    keystrokes: [],
    actions: [],
    gaps: [],
    activityFromMs: ms(0),
    activity: [],
    ...parts,
  });
}
