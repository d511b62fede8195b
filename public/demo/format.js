const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

export const formatMoney = (pence) => pounds.format(pence / 100);
export const formatDay = (iso) => day.format(new Date(`${iso}T00:00Z`));
export const formatLongDay = (iso) => longDay.format(new Date(`${iso}T00:00Z`));

export function addDays(iso, days) {
  const date = new Date(`${iso}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const isWeekend = (iso) => [0, 6].includes(new Date(`${iso}T00:00Z`).getUTCDay());

/** `iso` itself, or the first working day before (-1) or after (1) it. */
export function nearestWorkingDay(iso, direction) {
  let day = iso;
  while (isWeekend(day)) day = addDays(day, direction);
  return day;
}

/** The next working days after `iso`, for delivery. */
export function workingDaysAfter(iso, count) {
  const days = [];
  for (let next = addDays(iso, 1); days.length < count; next = addDays(next, 1))
    if (!isWeekend(next)) days.push(next);
  return days;
}
