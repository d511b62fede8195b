import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { timeToX, xToTime } from './time-scale.ts';
import { Viewport, type Pin } from './viewport.svelte.ts';

const minute = ms(60_000);

function viewportOf(startsMs: number, endsMs: number, durationMs = minute): Viewport {
  const viewport = new Viewport(durationMs);
  viewport.resize(1000);
  viewport.show({ startsMs: ms(startsMs), endsMs: ms(endsMs) });
  return viewport;
}

const shown = (viewport: Viewport) => [viewport.startsMs, viewport.endsMs];

describe('a viewport', () => {
  test('shows the whole session at first', () => {
    const viewport = new Viewport(minute);
    expect(shown(viewport)).toEqual([0, minute]);
    expect(viewport.isWhole).toBe(true);
  });

  test('keeps the time under the pointer in place while zooming', () => {
    const viewport = viewportOf(0, 60_000);
    const before = timeToX(viewport, 20_000);
    viewport.zoomAbout(ms(20_000), 4);
    expect(timeToX(viewport, 20_000)).toBeCloseTo(before);
    expect(viewport.endsMs - viewport.startsMs).toBeCloseTo(15_000);
  });

  test('holds the times under two fingers', () => {
    const viewport = viewportOf(10_000, 20_000);
    const [a, b] = [300, 500].map((x) => ({ at: xToTime(viewport, x), x })) as [Pin, Pin];
    viewport.pinch({ ...a, x: 200 }, { ...b, x: 800 });
    expect(timeToX(viewport, a.at)).toBeCloseTo(200);
    expect(timeToX(viewport, b.at)).toBeCloseTo(800);
    viewport.pinch({ ...a, x: 200 }, { ...b, x: 200.5 });
    expect(timeToX(viewport, a.at)).toBeCloseTo(200);
  });

  test('shows what it is asked to with an eighth of it on each side', () => {
    const viewport = viewportOf(0, 60_000);
    viewport.showWithMargin({ startsMs: ms(20_000), endsMs: ms(28_000) });
    expect(shown(viewport)).toEqual([19_000, 29_000]);
  });

  test('goes no closer than ten milliseconds', () => {
    const viewport = viewportOf(0, 60_000);
    viewport.zoomAbout(ms(30_000), 1e9);
    expect(viewport.endsMs - viewport.startsMs).toBeCloseTo(10);
  });

  test('shows a session shorter than that whole', () => {
    expect(shown(viewportOf(1, 2, ms(4)))).toEqual([0, 4]);
    expect(shown(new Viewport(ms(0)))).toEqual([0, 1]);
  });

  test('stops panning at the ends', () => {
    const viewport = viewportOf(10_000, 20_000);
    viewport.panBy(-50_000);
    expect(shown(viewport)).toEqual([0, 10_000]);
    viewport.panBy(500_000);
    expect(shown(viewport)).toEqual([50_000, 60_000]);
  });

  test('stays inside the session whatever is done to it', () => {
    const act = fc.oneof(
      fc.record({
        at: fc.double({ min: -1e5, max: 2e5, noNaN: true }),
        factor: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      }),
      fc.record({ pan: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }),
      fc.record({ follow: fc.integer({ min: 0, max: minute }) }),
      fc.record({ reveal: fc.integer({ min: 0, max: minute }) }),
    );
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const viewport = viewportOf(10_000, 20_000);
        for (const each of acts) {
          if ('factor' in each) viewport.zoomAbout(ms(each.at), each.factor);
          else if ('pan' in each) viewport.panBy(each.pan);
          else if ('follow' in each) viewport.follow(ms(each.follow));
          else viewport.reveal(ms(each.reveal));
        }
        expect(viewport.startsMs).toBeGreaterThanOrEqual(0);
        expect(viewport.endsMs).toBeLessThanOrEqual(minute + 1e-6);
        expect(viewport.endsMs - viewport.startsMs).toBeGreaterThan(9.999);
      }),
    );
  });
});

describe('following the playhead', () => {
  test('holds still until it nears the end, then turns the page', () => {
    const viewport = viewportOf(10_000, 20_000);
    viewport.follow(ms(19_000));
    expect(shown(viewport)).toEqual([10_000, 20_000]);
    viewport.follow(ms(19_700));
    expect(shown(viewport)).toEqual([18_700, 28_700]);
  });

  test('leaves a person alone who has panned away', () => {
    const viewport = viewportOf(10_000, 20_000);
    viewport.follow(ms(15_000));
    viewport.panBy(30_000);
    viewport.follow(ms(15_016));
    expect(shown(viewport)).toEqual([40_000, 50_000]);
  });

  test('goes along with a jump', () => {
    const viewport = viewportOf(10_000, 20_000);
    viewport.follow(ms(15_000));
    viewport.panBy(30_000);
    viewport.reveal(ms(15_000));
    expect(shown(viewport)).toEqual([10_000, 20_000]);
    viewport.follow(ms(19_700));
    expect(shown(viewport)).toEqual([18_700, 28_700]);
  });

  test('reveals what is near by moving little', () => {
    const viewport = viewportOf(10_000, 20_000);
    viewport.reveal(ms(21_000));
    expect(shown(viewport)).toEqual([11_000, 21_000]);
  });
});
