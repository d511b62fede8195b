import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { stepClock, type ClockRules } from './step-clock.ts';

const gap = (startsMs: number, endsMs: number, reason: Gap['reason'] = 'idle'): Gap => ({
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  reason,
});
const rules = (over: Partial<ClockRules> = {}): ClockRules => ({
  durationMs: ms(600_000),
  gaps: [],
  speed: 1,
  skipIdle: true,
  loop: undefined,
  ...over,
});

/** Frames of 16 ms until `stop` says so; how many it took. */
function framesUntil(from: number, stop: (at: number) => boolean, by: ClockRules): number {
  let at = ms(from);
  let frames = 0;
  while (!stop(at) && frames < 100_000) {
    at = stepClock(at, 16, by).at;
    frames += 1;
  }
  return frames;
}

test('time passes at the chosen speed', () => {
  expect(stepClock(ms(1000), 16, rules({ speed: 4 }))).toEqual({
    at: 1064,
    jumped: false,
    ended: false,
  });
});

test('it ends at the end and goes no further', () => {
  expect(stepClock(ms(599_990), 16, rules())).toMatchObject({ at: 600_000, ended: true });
});

describe('idle', () => {
  const hour = gap(10_000, 550_000);

  test('of any length is run through in under two seconds', () => {
    const frames = framesUntil(10_000, (at) => at >= 550_000, rules({ gaps: [hour] }));
    expect(frames * 16).toBeLessThan(2000);
  });

  test('is never run past its end, so what follows plays as it was', () => {
    expect(stepClock(ms(549_000), 16, rules({ gaps: [hour] })).at).toBeLessThanOrEqual(549_500);
    expect(stepClock(ms(549_500), 16, rules({ gaps: [hour] })).at).toBe(549_516);
  });

  test('of three seconds and less plays as it was', () => {
    expect(stepClock(ms(11_000), 16, rules({ gaps: [gap(10_000, 13_000)] })).at).toBe(11_016);
  });

  test('plays as it was where skipping is off', () => {
    expect(stepClock(ms(20_000), 16, rules({ gaps: [hour], skipIdle: false })).at).toBe(20_016);
  });

  test('never makes a quick clock slower', () => {
    const short = gap(10_000, 14_000);
    expect(stepClock(ms(11_000), 16, rules({ gaps: [short], speed: 16 })).at).toBe(11_256);
  });
});

test('a clock jump is jumped, skipping idle or not', () => {
  const jump = gap(10_000, 30_000, 'clock-jump');
  expect(stepClock(ms(10_000), 16, rules({ gaps: [jump], skipIdle: false }))).toEqual({
    at: 30_000,
    jumped: true,
    ended: false,
  });
});

describe('a loop', () => {
  const loop = { startsMs: ms(5000), endsMs: ms(6000) };

  test('turns back at its end', () => {
    expect(stepClock(ms(5990), 16, rules({ loop }))).toMatchObject({ at: 5000, jumped: true });
  });

  test('lets go of a clock that stands behind it', () => {
    expect(stepClock(ms(7000), 16, rules({ loop }))).toMatchObject({ at: 7016, jumped: false });
  });

  test('turns back at the very end of the session too', () => {
    const whole = { startsMs: ms(0), endsMs: ms(600_000) };
    expect(stepClock(ms(599_990), 16, rules({ loop: whole }))).toMatchObject({
      at: 0,
      ended: false,
    });
  });
});
