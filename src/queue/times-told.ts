/** When something comes, in the time of the person's own clock and in words. */
import type { EpochMs } from '#core/time.ts';

const hour = 60 * 60 * 1000;
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** `14:32`. */
export const clockTime = (at: EpochMs): string => clock.format(at);

/** `14:32, in 12 min`; on another day with the day: `14:32 on Sunday 22 November, in 26 h`. */
export function whenTold(at: EpochMs, now: EpochMs): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const on = isToday ? clockTime(at) : `${clockTime(at)} on ${day.format(at)}`;
  return `${on}, ${howSoon(at - now)}`;
}

function howSoon(ahead: number): string {
  const minutes = Math.ceil(ahead / 60_000);
  if (minutes <= 1) return 'within a minute';
  if (minutes < 90) return `in ${minutes} min`;
  if (ahead < 48 * hour) return `in ${Math.round(ahead / hour)} h`;
  return `in ${Math.round(ahead / (24 * hour))} days`;
}
