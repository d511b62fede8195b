import { readOnce } from './read-once.ts';
import { readPath } from './svg-path.ts';
import { SvgScan } from './svg-scan.ts';
import { wordsOf } from './svg-words.ts';

/** The value as far as a browser can read it, undefined where it can't at all. */
type Reading = (value: string) => string | undefined;

const when =
  (isReadable: (value: string) => boolean): Reading =>
  (value) =>
    isReadable(value) ? value : undefined;

const numbers = (isRight: (all: readonly number[]) => boolean) =>
  when((value) => {
    const all = new SvgScan(value).numbers();
    return all !== undefined && isRight(all);
  });

const units =
  '%|em|ex|rem|ch|ic|cap|lh|r(?:lh|ex|ch|ic|cap)|px|cm|mm|q|in|pt|pc|[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max)';
const plain = `[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:e[+-]?\\d+)?(?:${units})?`;
const math = '(?:calc|min|max|clamp|var|env)\\(.*\\)';
const oneLength = new RegExp(`^\\s*(?:${plain}|${math})\\s*$`, 'i');
const someLengths = new RegExp(`^\\s*(?:${plain}(?:(?:\\s*,\\s*|\\s+)${plain})*)?\\s*$`, 'i');

const length = when((value) => oneLength.test(value));
const size = when((value) => oneLength.test(value) && !(Number.parseFloat(value) < 0));
const lengths = when((value) => someLengths.test(value));

const oneOf = (words: string) => when((value) => words.split(' ').includes(value));
const isDirection = (value: string) =>
  /^(auto|auto-start-reverse|\s*[+-]?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?(deg|rad|grad|turn)?\s*)$/.test(
    value,
  );
const one = numbers(({ length: count }) => count === 1);
const positive = numbers((all) => all.length === 1 && all[0]! >= 0);
const oneOrTwo = numbers(({ length: count }) => count === 1 || count === 2);
const some: Reading = (value) =>
  value === '' ? value : numbers(({ length: count }) => count > 0)(value);
const corners = numbers(() => true);
const box = numbers((all) => all.length === 4 && all[2]! >= 0 && all[3]! >= 0);
const share = when((value) => /^\s*[+-]?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?%?\s*$/i.test(value));
const ratio = when((value) =>
  /^\s*(none|x(Min|Mid|Max)Y(Min|Mid|Max))(\s+(meet|slice))?\s*$/.test(value),
);

const oneAct = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)/;
const act = new RegExp(oneAct, 'y');
const counts: Readonly<Record<string, readonly number[]>> = {
  matrix: [6],
  translate: [1, 2],
  scale: [1, 2],
  rotate: [1, 3],
  skewX: [1],
  skewY: [1],
};

const transform = when((value) => {
  const scan = new SvgScan(value);
  while (!scan.isDone) {
    const [, name = '', told = ''] = oneAct.exec(scan.take(act) ?? '') ?? [];
    const all = new SvgScan(told).numbers();
    if (all === undefined || told.trim().endsWith(',') || !counts[name]?.includes(all.length))
      return false;
    if (scan.comma() && scan.isDone) return false;
  }
  return true;
});

const sharesIn = (value: string) =>
  (value || '0')
    .replace(/;\s*$/, '')
    .split(';')
    .map((each) => Number(each.trim() || Number.NaN));
const isShare = (each: number) => each >= 0 && each <= 1;
const shares = when((value) => sharesIn(value).every(isShare));
const times = when((value) => {
  const all = sharesIn(value);
  return all[0] === 0 && all.every((each, index) => isShare(each) && each >= (all[index - 1] ?? 0));
});
const curves = when((value) =>
  (value || '0 0 1 1')
    .replace(/;\s*$/, '')
    .split(';')
    .every((curve) => {
      const all = new SvgScan(curve).numbers();
      return all?.length === 4 && all.every(isShare);
    }),
);

const each = (names: string, reading: Reading) =>
  names.split(' ').map((name) => [name, reading] as const);

const readings: ReadonlyMap<string, Reading> = new Map([
  ...each('d', readOnce(readPath)),
  ...each('points', corners),
  ...each('viewBox', box),
  ...each('preserveAspectRatio', ratio),
  ...each('transform gradientTransform patternTransform', transform),
  ...each('width height r rx ry fr markerWidth markerHeight textLength', size),
  ...each('x y cx cy x1 y1 x2 y2 fx fy refX refY startOffset', length),
  ...each('dx dy', lengths),
  ...each('offset', share),
  ...each('pathLength', positive),
  ...each('stdDeviation baseFrequency order kernelUnitLength radius', oneOrTwo),
  ...each('scale seed surfaceScale diffuseConstant specularConstant specularExponent', one),
  ...each('k1 k2 k3 k4 amplitude exponent intercept slope bias divisor azimuth elevation', one),
  ...each('limitingConeAngle pointsAtX pointsAtY pointsAtZ z', one),
  ...each('tableValues kernelMatrix', some),
  ...each(
    'numOctaves targetX targetY',
    when((value) => /^\s*[+-]?\d+\s*$/.test(value)),
  ),
  ...each('fecolormatrix.values', some),
  ...each('orient', when(isDirection)),
  ...Object.entries(wordsOf).map(([name, words]) => [name, oneOf(words)] as const),
  ...each('keyTimes', times),
  ...each('keyPoints', shares),
  ...each('keySplines', curves),
  ...each('text.x text.y tspan.x tspan.y', lengths),
  ...each('text.rotate tspan.rotate', some),
  ...each('feoffset.dx feoffset.dy fedropshadow.dx fedropshadow.dy', one),
  ...each('fepointlight.x fepointlight.y fespotlight.x fespotlight.y', one),
  ...each('fefuncr.offset fefuncg.offset fefuncb.offset fefunca.offset', one),
]);

/** What a browser makes of an attribute of a drawing, `tag` in small letters: as much of the value as it reads, undefined where
 * that is nothing. Of the rest it would complain on the console, once for each node. */
export function readSvgValue(tag: string, name: string, value: string): string | undefined {
  const reading = readings.get(`${tag}.${name}`) ?? readings.get(name);
  return reading === undefined ? value : reading(value);
}
