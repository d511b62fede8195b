/** Reads a time as people write it. */

import { ms, type Ms } from '#core/time.ts';

const unitsMs: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  min: 60_000,
  s: 1000,
  sec: 1000,
  ms: 1,
};

/** Sixty seconds are a minute, and sixty minutes an hour, where it is written. */
const clock = /^(?:(?:(\d+):(?=[0-5]?\d:))?(\d+):(?=[0-5]?\d(?:\.|$)))?(\d+(?:\.\d*)?|\.\d+)$/;
const inUnits = /^(?:\d+(?:\.\d+)? ?(?:h|min|m|sec|s|ms)(?: |$|(?=\d)))+$/;
const oneUnit = /(\d+(?:\.\d+)?) ?(h|min|ms|m|sec|s)/g;

/**
 * Whole milliseconds of `1:02:03.5`, `12:07`, `42.3`, `42.3 s`, `1h 5m` or `250 ms`; a bare number is in
 * seconds. With `+` or `-` in front it counts from `from`. Undefined where it is no time.
 */
export function readTime(written: string, from: Ms): Ms | undefined {
  const text = written.trim().toLowerCase().replaceAll(',', '.').replaceAll(/\s+/g, ' ');
  const sign = /^[+\-−]/.exec(text)?.[0];
  const length = readLength(sign ? text.slice(1).trim() : text);
  if (length === undefined) return undefined;
  if (sign === undefined) return ms(Math.round(length));
  return ms(Math.round(sign === '+' ? from + length : from - length));
}

/** The end, for a time less than a second past it: who writes 2:45.9 of 2:45.853 means no other. */
export const toEnd = (at: Ms, durationMs: Ms): Ms =>
  at > durationMs && at - durationMs < 1000 ? durationMs : at;

function readLength(text: string): number | undefined {
  const parts = clock.exec(text);
  if (parts) {
    const [, hours = '0', minutes = '0', seconds = '0'] = parts;
    return Number(hours) * unitsMs['h']! + Number(minutes) * unitsMs['m']! + Number(seconds) * 1000;
  }
  if (!inUnits.test(text)) return undefined;
  return [...text.matchAll(oneUnit)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * unitsMs[unit!]!,
    0,
  );
}
