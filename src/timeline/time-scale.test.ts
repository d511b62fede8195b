import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { viewOf as view } from './sketch-track.ts';
import { rulerTicks, timeToX, xToTime, type View } from './time-scale.ts';

const views = fc
  .record({
    startsMs: fc.integer({ min: 0, max: 86_400_000 }),
    lengthMs: fc.integer({ min: 10, max: 86_400_000 }),
    widthPx: fc.integer({ min: 1, max: 8000 }),
  })
  .map(({ startsMs, lengthMs, widthPx }): View => ({
    startsMs: ms(startsMs),
    endsMs: ms(startsMs + lengthMs),
    widthPx,
  }));

describe('the time scale', () => {
  test('puts the edges of the view at the edges of its width', () => {
    expect(timeToX(view(500, 1500), 500)).toBe(0);
    expect(timeToX(view(500, 1500), 1500)).toBe(1000);
    expect(xToTime(view(500, 1500), 250)).toBe(750);
  });

  test('x to time undoes time to x', () => {
    fc.assert(
      fc.property(views, fc.double({ min: -1, max: 2, noNaN: true }), (each, share) => {
        const length = each.endsMs - each.startsMs;
        const at = each.startsMs + share * length;
        expect(Math.abs(xToTime(each, timeToX(each, at)) - at)).toBeLessThan(1e-6 * (1 + length));
      }),
    );
  });
});

describe('ruler ticks', () => {
  const labels = (of: View) => rulerTicks(of).flatMap(({ label }) => label ?? []);

  test('are whole seconds over a minute', () => {
    expect(labels(view(0, 60_000))).toEqual([
      '0:00',
      '0:10',
      '0:20',
      '0:30',
      '0:40',
      '0:50',
      '1:00',
    ]);
  });

  test('carry milliseconds when the view is short', () => {
    expect(labels(view(42_000, 42_500)).slice(0, 3)).toEqual(['0:42.000', '0:42.050', '0:42.100']);
  });

  test('carry hours from an hour on', () => {
    expect(labels(view(0, 36_000_000, 500))).toEqual([
      '0:00 h',
      '2:00 h',
      '4:00 h',
      '6:00 h',
      '8:00 h',
      '10:00 h',
    ]);
  });

  test('are as fine as the view: milliseconds with tenths between', () => {
    const ticks = rulerTicks(view(42_000, 42_010, 1000));
    expect(ticks.flatMap(({ label }) => label ?? [])).toEqual([
      ...['0:42.000', '0:42.001', '0:42.002', '0:42.003', '0:42.004', '0:42.005'],
      ...['0:42.006', '0:42.007', '0:42.008', '0:42.009', '0:42.010'],
    ]);
    expect(ticks.length).toBe(101);
  });

  /** No digit of the interface's face is wider, at 12 px. */
  const widest = (label: string) => label.length * 7;

  test('stay inside the view, in order, and no label meets the next', () => {
    fc.assert(
      fc.property(views, (each) => {
        const ticks = rulerTicks(each);
        const labelled = ticks.filter(({ label }) => label !== undefined);
        for (const [index, { x }] of ticks.entries()) {
          expect(x).toBeGreaterThanOrEqual(-0.001);
          expect(x).toBeLessThanOrEqual(each.widthPx + 0.001);
          if (index > 0) expect(x - ticks[index - 1]!.x).toBeGreaterThan(9.99);
        }
        for (const [index, { x, label }] of labelled.entries()) {
          const next = labelled[index + 1];
          if (next) expect(next.x - x).toBeGreaterThanOrEqual(6 + widest(label!));
        }
      }),
    );
  });

  test('say the time they stand at, each another', () => {
    fc.assert(
      fc.property(views, (each) => {
        const labelled = rulerTicks(each).filter(({ label }) => label !== undefined);
        expect(new Set(labelled.map(({ label }) => label)).size).toBe(labelled.length);
        for (const { atMs, label } of labelled) expect(timeOf(label!)).toBeCloseTo(atMs, 6);
      }),
    );
  });

  test('move with the view as it pans, and are many enough to read by', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: -500, max: 500 }), (each, px) => {
        const by = (px / each.widthPx) * (each.endsMs - each.startsMs);
        const panned = view(each.startsMs + by, each.endsMs + by, each.widthPx);
        const at = (of: View) => new Map(rulerTicks(of).map(({ atMs, label }) => [atMs, label]));
        const after = at(panned);
        for (const [atMs, label] of at(each))
          if (atMs > panned.startsMs && atMs < panned.endsMs) expect(after.get(atMs)).toBe(label);
        if (each.widthPx > 600 && each.endsMs < 86_400_000)
          expect(labels(each).length).toBeGreaterThan(1);
      }),
    );
  });
});

/** Reads a label back: `h:mm h`, `h:mm:ss`, `m:ss` or `m:ss.mmm`. */
function timeOf(label: string): number {
  if (label.endsWith(' h')) {
    const [hours, minutes] = label.slice(0, -2).split(':').map(Number);
    return (hours! * 60 + minutes!) * 60_000;
  }
  const seconds = label.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000;
}
