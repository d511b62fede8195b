import { describe, expect, it } from 'vitest';
import { joinTracks } from '#core/join-tracks.ts';
import { ms, type EpochMs } from '#core/time.ts';
import type { PageVisit } from '#core/track.ts';
import {
  eventType,
  incrementalSource,
  nodeType,
  type MutationData,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';
import { LiveFold } from './live-fold.ts';
import { sketchSession, sketchStart } from '#actions/sketch-session.ts';
import { sketchedPage } from '#actions/sketched-page.ts';

const mutated = (at: number, changes: Partial<MutationData>): RecordedEvent => ({
  type: eventType.incremental,
  data: {
    ...{ source: incrementalSource.mutation, adds: [], removes: [], texts: [], attributes: [] },
    ...changes,
  },
  timestamp: sketchStart + at,
});
const changed = (id: number, at: number) =>
  mutated(at, { attributes: [{ id, attributes: { class: 'new' } }] });
const added = (parentId: number, at: number) =>
  mutated(at, {
    adds: [{ parentId, nextId: null, node: { id: 900, type: nodeType.text, textContent: 'new' } }],
  });
const save = sketchedPage('/').idOf('save');
const head = sketchedPage('/').document.childNodes![0]!.childNodes![0]!;

/** Told in one piece, and cut after each event: both must come to the same. */
function visitsOf(sketch: string, ...more: RecordedEvent[]): readonly PageVisit[] {
  const events = [...sketchSession(sketch), ...more].sort((a, b) => a.timestamp - b.timestamp);
  const startedAt = sketchStart as EpochMs;
  const whole = new LiveFold({ startedAt, tab: 0 });
  const pieces = new LiveFold({ startedAt, tab: 0 });
  const tracks = events.map((event) => {
    whole.push(event);
    pieces.push(event);
    return pieces.cut(ms(event.timestamp - sketchStart));
  });
  const { pages } = whole.cut(ms(events.at(-1)!.timestamp - sketchStart));
  if (!/replace/.test(sketch)) expect(joinTracks(tracks).pages).toEqual(pages);
  return pages;
}

const placesOf = (pages: readonly PageVisit[]) =>
  pages.map(({ url, startsMs, endsMs }) => [new URL(url).pathname, startsMs, endsMs]);

describe('when a page is first seen', () => {
  const shownIn = (...more: RecordedEvent[]) =>
    visitsOf('click:save@3000 push:/b@3010 end@9000', ...more).map(({ shownMs }) => shownMs);

  it('is the first change after its address', () => {
    expect(shownIn(changed(save, 2900), changed(save, 3040), changed(save, 3100))).toEqual([
      undefined,
      3040,
    ]);
  });

  it('is no change of the head, which nobody sees', () => {
    expect(head.tagName).toBe('head');
    expect(shownIn(changed(head.id, 3020), changed(save, 3080))).toEqual([undefined, 3080]);
  });

  it('is its address itself where the page was made before that', () => {
    expect(shownIn(added(save, 3004), changed(save, 3900))).toEqual([undefined, undefined]);
    expect(shownIn(added(save, 2000), changed(save, 3900))).toEqual([undefined, 3900]);
  });

  it('is not told where nothing changes for long', () => {
    expect(shownIn(changed(save, 8000))).toEqual([undefined, undefined]);
  });
});

describe('one navigation is one page', () => {
  it('when the page mends its address by itself right after it came', () => {
    expect(placesOf(visitsOf('go:/b@3000 replace:/c@3100 end@9000'))).toEqual([
      ['/', 0, 3000],
      ['/c', 3000, 9000],
    ]);
  });

  it('when only what it is asked for changes while a person types', () => {
    const sketch = 'push:/b@3000 h@3200 replace:/b?q=h@3210 i@3300 replace:/b?q=hi@3310 end@9000';
    expect(placesOf(visitsOf(sketch))).toEqual([
      ['/', 0, 3000],
      ['/b', 3000, 9000],
    ]);
  });

  it('when an empty fragment comes and goes', () => {
    expect(placesOf(visitsOf('push:/#@3000 push:/@5000 end@9000'))).toEqual([['/', 0, 9000]]);
  });

  it('but where a person led on, or some time went by, there are two', () => {
    for (const sketch of [
      'push:/b@3000 click:save@3500 push:/c@3600 end@9000',
      'push:/b@3000 push:/c@6000 end@9000',
      'go:/b@3000 go:/c@3600 end@9000',
    ])
      expect(visitsOf(sketch).map(({ url }) => new URL(url).pathname)).toEqual(['/', '/b', '/c']);
  });
});
