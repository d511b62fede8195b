import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Triple = readonly [number, number, number];

const tokens = readFileSync('src/ui/tokens.css', 'utf8');
const labels = Array.from({ length: 10 }, (_, index) => index + 1);

/** `oklch(0.755 0.155 72)` of a property, as linear RGB. */
function colourOf(property: string): Triple {
  const [, l, c, h] = new RegExp(`--${property}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`)
    .exec(tokens)!
    .map(Number) as [number, number, number, number];
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const cubed: Triple = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  return times(cubed, [
    [4.0767416621, -3.3077115913, 0.2309699292],
    [-1.2684380046, 2.6097574011, -0.3413193965],
    [-0.0041960863, -0.7034186147, 1.707614701],
  ]).map((each) => Math.min(1, Math.max(0, each))) as unknown as Triple;
}

const times = (vector: Triple, matrix: readonly Triple[]): Triple =>
  matrix.map((row) =>
    row.reduce((sum, each, at) => sum + each * vector[at]!, 0),
  ) as unknown as Triple;

/** Where two colours are the same to the eye, they are 0 apart; black and white are 1. */
function apart(one: Triple, other: Triple): number {
  const [a, b] = [labOf(one), labOf(other)];
  return Math.hypot(...a.map((each, at) => each - b[at]!));
}

function labOf(rgb: Triple): Triple {
  const roots = times(rgb, [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ]).map((each) => Math.cbrt(Math.max(0, each))) as unknown as Triple;
  return times(roots, [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ]);
}

/** Machado, Oliveira and Fernandes 2009, at full severity, on linear RGB. */
const eyes: Readonly<Record<string, readonly Triple[]>> = {
  'all three cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

test.each(Object.keys(eyes))('no two label colours are alike to an eye with %s', (eye) => {
  const seen = labels.map((label) => times(colourOf(`label-${label}`), eyes[eye]!));
  const pairs = seen.flatMap((one, at) =>
    seen.slice(at + 1).map((other, more) => ({
      pair: `${at + 1} and ${at + more + 2}`,
      apart: apart(one, other),
    })),
  );
  expect(pairs.filter((each) => each.apart < 0.06)).toEqual([]);
});

test('words stand out on every label colour', () => {
  const light = (colour: Triple) => times(colour, [[0.2126, 0.7152, 0.0722]])[0];
  for (const label of labels) {
    const [a, b] = [light(colourOf(`label-${label}`)), light(onOf(label))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    expect([label, contrast >= 4.5]).toEqual([label, true]);
  }
});

const onOf = (label: number): Triple =>
  tokens.includes(`--label-${label}-on: oklch(1 0 0)`) ? [1, 1, 1] : colourOf(`label-${label}-on`);
