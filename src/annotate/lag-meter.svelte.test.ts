import { expect, test } from 'vitest';
import { epochMs } from '#core/time.ts';
import { LagMeter } from './lag-meter.svelte.ts';
import { lagWords } from './lag-words.ts';

/** A meter whose time passes by hand. */
function openMeter(kept?: string) {
  let clock = 0;
  let due: { run: () => void; at: number }[] = [];
  const stored: string[] = [];
  const meter = new LagMeter({
    kept,
    keep: (text) => stored.push(text),
    timers: {
      set: (run, delayMs) => {
        const timer = { run, at: clock + delayMs };
        due.push(timer);
        return timer;
      },
      clear: (timer) => (due = due.filter((each) => each !== timer)),
    },
    clock: () => clock,
    now: () => epochMs(86_400_000),
    random: () => 0.5,
    key: () => 'E',
  });
  const pass = (byMs: number) => {
    const until = clock + byMs;
    for (;;) {
      const next = due.sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > until) break;
      due = due.filter((each) => each !== next);
      clock = next.at;
      next.run();
    }
    clock = until;
  };
  return { meter, pass, stored };
}

test('whoever presses 220 ms after each mark has that lag, and it is kept', () => {
  const { meter, pass, stored } = openMeter();
  meter.start();
  let seen = 0;
  while (meter.measuring) {
    pass(10);
    if (!meter.measuring || meter.measuring.marks === seen) continue;
    seen = meter.measuring.marks;
    pass(220);
    meter.press();
  }
  expect(seen).toBeGreaterThanOrEqual(5);
  expect(meter.lag).toEqual({ lagMs: 220, measuredAt: 86_400_000 });
  expect(meter.said).toMatch(/You press 220 ms late/);
  expect(openMeter(stored.at(-1)).meter.lag).toEqual(meter.lag);
});

test('a measurement nobody answered changes nothing and says so', () => {
  const { meter, pass, stored } = openMeter('240 5000');
  meter.start();
  pass(10_000);
  expect(meter.measuring).toBeUndefined();
  expect(meter.said).toMatch(
    /^Not steady enough to go by: 0 of \d+ jumps .* press E only when the mark jumps\.$/,
  );
  expect([meter.lag.lagMs, stored]).toEqual([240, []]);
});

test('given up, it is over; cleared, cuts fall where they are made', () => {
  const { meter, pass, stored } = openMeter('240 5000');
  meter.start();
  pass(3000);
  meter.cancel();
  pass(20_000);
  expect([meter.measuring, meter.said, meter.lag.lagMs]).toEqual([undefined, '', 240]);
  meter.clear();
  expect([meter.lag.lagMs, stored]).toEqual([0, ['0']]);
});

test('the lag is told with the day it was measured on', () => {
  const day = (n: number, hour: number) => epochMs(new Date(2026, 0, n, hour).getTime());
  const words = (n: number, hour: number) =>
    lagWords({ lagMs: 240, measuredAt: day(n, hour) }, day(10, 12));
  expect(words(10, 1)).toBe('Reaction lag 240 ms, measured today');
  expect(words(9, 23)).toBe('Reaction lag 240 ms, measured yesterday');
  expect(words(5, 23)).toBe('Reaction lag 240 ms, measured 5 days ago');
  expect(lagWords({ lagMs: 0 }, day(10, 12))).toBe('Reaction lag not measured');
});
