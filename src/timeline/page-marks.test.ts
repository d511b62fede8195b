import { describe, expect, test } from 'vitest';
import { layoutPages, readableAddress } from './page-marks.ts';
import { sketchTrack, tenEach, viewOf, visitOf } from './sketch-track.ts';

const track = (...pages: ReturnType<typeof visitOf>[]) => sketchTrack({ pages });

describe('the Pages lane', () => {
  test('names each visit by its path, cut to its room', () => {
    const index = track(
      visitOf(0, 800, 'https://desk.example/orders'),
      visitOf(800, 900, 'https://desk.example/orders/1042'),
    );
    const marks = layoutPages(index, viewOf(0, 1000), tenEach);
    expect(marks.map(({ x, endX, text }) => [x, endX, text])).toEqual([
      [0, 799, 'orders'],
      [800, 900, 'orders/…'],
    ]);
  });

  test('keeps the name in sight when its start is not', () => {
    const index = track(visitOf(0, 10_000, 'https://desk.example/orders'));
    expect(layoutPages(index, viewOf(5000, 6000), tenEach)[0]).toMatchObject({
      textX: 8,
      text: 'orders',
    });
  });

  test('cuts the name to the view', () => {
    const index = track(visitOf(900, 5000, 'https://desk.example/orders/1042'));
    expect(layoutPages(index, viewOf(0, 1000), tenEach)[0]?.text).toBe('orders/…');
    expect(layoutPages(index, viewOf(0, 930), tenEach)[0]?.text).toBe('');
  });

  test('gives every tab a row', () => {
    const index = track(
      visitOf(0, 900, 'https://a.example/', 4),
      visitOf(100, 900, 'https://b.example/', 2),
    );
    expect(
      layoutPages(index, viewOf(0, 1000), tenEach).map(({ row, text }) => [row, text]),
    ).toEqual([
      [0, 'a.example'],
      [1, 'b.example'],
    ]);
  });
});

test.each([
  ['https://desk.example/', 'desk.example'],
  ['https://desk.example/orders/', 'orders'],
  ['https://desk.example/kunde/M%C3%BCller?tab=2', 'kunde/Müller?tab=2'],
  ['https://desk.example/app#/orders/7?tab=2', 'orders/7?tab=2'],
  ['https://desk.example/help?q=vat#rates', 'help?q=vat › rates'],
  ['https://desk.example/app#/', 'app'],
  ['https://desk.example/50%/x', '50%/x'],
  ['about:blank', 'blank'],
  ['not a url', 'not a url'],
])('%s reads %s', (url, words) => {
  expect(readableAddress(url)).toBe(words);
});
