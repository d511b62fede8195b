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
      '0:00',
      '2:00:00',
      '4:00:00',
      '6:00:00',
      '8:00:00',
      '10:00:00',
    ]);
  });

  test('stay inside the view, in order, with room for every label', () => {
    fc.assert(
      fc.property(views, (each) => {
        const ticks = rulerTicks(each);
        const labelled = ticks.filter(({ label }) => label !== undefined);
        for (const { x } of ticks) {
          expect(x).toBeGreaterThanOrEqual(-0.001);
          expect(x).toBeLessThanOrEqual(each.widthPx + 0.001);
        }
        for (const [index, tick] of labelled.entries()) {
          const next = labelled[index + 1];
          if (next) expect(next.x - tick.x).toBeGreaterThan(87.9);
        }
        expect(ticks.length).toBeLessThanOrEqual(each.widthPx / 9.9 + 2);
      }),
    );
  });
});
