import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { PointerTrail } from './pointer-trail.ts';

const moved = (timestamp: number, ...points: (readonly [offset: number, x: number])[]) => ({
  type: 3,
  timestamp,
  data: {
    source: 1,
    positions: points.map(([timeOffset, x]) => ({ x, y: 0, id: 7, timeOffset })),
  },
});
const acted = (timestamp: number, type: number, x: number): RecordedEvent => ({
  type: 3,
  timestamp,
  data: { source: 2, type, id: 7, x, y: 0 },
});

function trailOf(...events: RecordedEvent[]): PointerTrail {
  const trail = new PointerTrail({});
  for (const event of events) trail.take(event);
  return trail;
}
const xAt = (trail: PointerTrail, at: number) => {
  const place = trail.placeAt(at);
  if (place === undefined) return undefined;
  return place.from.x + ((place.to?.x ?? 0) - place.from.x) * place.share;
};

describe('the trail of the pointer', () => {
  it('knows nothing before the first point', () => {
    expect(xAt(trailOf(moved(500, [0, 10])), 499)).toBeUndefined();
  });

  it('goes evenly from point to point of a batch that was told at its end', () => {
    const trail = trailOf(moved(500, [-100, 0], [-50, 10], [0, 30]));
    expect([400, 425, 450, 475, 500].map((at) => xAt(trail, at))).toEqual([0, 5, 10, 20, 30]);
  });

  it('rests where it was until it moves again', () => {
    const trail = trailOf(moved(100, [0, 0]), moved(2000, [0, 100]));
    expect([500, 1900, 1950, 2000].map((at) => xAt(trail, at))).toEqual([0, 0, 50, 100]);
  });

  it('sorts a press in between the points of the batch it was told before', () => {
    const trail = trailOf(acted(430, 1, 5), moved(500, [-100, 0], [0, 30]));
    expect(xAt(trail, 430)).toBe(5);
  });

  it('stays at a click that the browser made of a key', () => {
    const trail = trailOf(moved(100, [0, 30]), acted(500, 2, 0));
    expect(xAt(trail, 500)).toBe(30);
    expect(xAt(trailOf(moved(100, [0, 30]), acted(500, 2, 40)), 500)).toBe(40);
  });

  it('tells the last press and whether it was let go', () => {
    const trail = trailOf(acted(100, 1, 5), acted(300, 0, 9));
    expect(trail.pressAt(99)).toBeUndefined();
    expect(trail.pressAt(200)).toMatchObject({ held: true, point: { act: 'press', x: 5 } });
    expect(trail.pressAt(301)).toMatchObject({ held: false, point: { timestamp: 100 } });
  });

  it('takes a touch for what it is', () => {
    expect(trailOf(acted(100, 7, 5)).pressAt(150)).toMatchObject({ point: { act: 'touch' } });
  });

  it('does not say of a press before the scene that it is still held', () => {
    const press = { timestamp: 90, x: 1, y: 2, node: 7 };
    const trail = new PointerTrail({ pointer: press, press });
    expect(trail.pressAt(100)).toMatchObject({ held: false, point: { timestamp: 90 } });
    expect(xAt(trail, 100)).toBe(1);
  });
});
