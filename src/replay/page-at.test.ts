import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import type { PageVisit } from '#core/track.ts';
import { pageAt } from './page-at.ts';

const visit = (url: string, tab: number, startsMs: number, endsMs: number): PageVisit => ({
  tab,
  url,
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
});

//  0    10        40   50
//  a────a         c────c      tab 0
//       b────b (to 30)        tab 1
const pages = [visit('a', 0, 0, 20), visit('b', 1, 10, 30), visit('c', 0, 40, 50)];

test.each([
  [0, 'a'],
  [15, 'b'],
  [35, 'b'],
  [45, 'c'],
  [99, 'c'],
])('at %i ms the page in front is %s', (at, url) => {
  expect(pageAt(pages, ms(at))?.url).toBe(url);
});

test('without pages there is none', () => {
  expect(pageAt([], ms(0))).toBeUndefined();
});
