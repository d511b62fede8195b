/** How many numbers each command of an SVG path takes; of an arc's seven, two are flags. */
export const pathNumbers: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};
