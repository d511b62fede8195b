import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { readSvgValue } from '#frame/svg-values.ts';
import { browserLaunchOptions } from '../browser.ts';

const attributesOf: Readonly<Record<string, string>> = {
  path: 'd pathLength transform',
  polygon: 'points',
  svg: 'width height viewBox preserveAspectRatio x y',
  rect: 'x y width height rx ry',
  circle: 'cx cy r',
  linearGradient: 'x1 y2 gradientUnits gradientTransform spreadMethod',
  radialGradient: 'cx r fx fr',
  stop: 'offset',
  pattern: 'width patternUnits patternTransform viewBox',
  text: 'x y dx dy rotate textLength lengthAdjust transform',
  textPath: 'startOffset method spacing',
  marker: 'refX markerWidth orient markerUnits viewBox',
  clipPath: 'clipPathUnits',
  mask: 'maskUnits maskContentUnits width',
  filter: 'x width filterUnits primitiveUnits',
  feGaussianBlur: 'stdDeviation edgeMode',
  feOffset: 'dx dy',
  feTurbulence: 'baseFrequency numOctaves seed type stitchTiles',
  feColorMatrix: 'type values',
  feFuncR: 'type tableValues slope offset',
  feComposite: 'operator k1',
  feBlend: 'mode',
  feDisplacementMap: 'scale xChannelSelector',
  fePointLight: 'x z',
  feMorphology: 'operator radius',
  image: 'width preserveAspectRatio',
  animate: 'keyTimes keySplines',
  animateMotion: 'keyPoints',
};

const words =
  'NaN auto none undefined null inherit {{x}} bogus true pad repeat spacing exact linear over in normal erode stitch wrap userSpaceOnUse objectBoundingBox strokeWidth auto-start-reverse matrix R';
const values = [
  ...['', ' ', '0', '10', '-1', '10.5', '.5', '1.', '1e3', '+5', '-0', '100%', '-5%', '10px'],
  ...['10 px', '1em', '2rem', 'calc(1px + 2%)', 'calc(', '10foo', '45deg', '1s', '0;.5;1', '1;0'],
  ...['0 0 24 24', '0,0,24,24', '0 0 24', '0 0 -1 24', '0 0 24 24 5', '1 2', '1-2', '1.5.5', '5,'],
  ...['xMidYMid meet', 'xMidYMid', 'none slice', 'XMIDYMID', 'meet', '.5 0 .5 1; 0 0 1 1'],
  ...['translate(10)', 'translate(1px, 2px)', 'rotate(45 1 1)scale(2)', 'rotate(45 1)', 'foo(1)'],
  ...['translate(1,2', 'matrix(1 0 0 1 0 0)', 'translate()', 'translate(1) ,', 'rotate(45deg)'],
  ...['M0 0L10 10', 'M0 0 10 10z', 'M0,0h5v5Hz', 'm0 0a1 1 0 011 1', 'M0 0A1 1 0 0 2 1 1'],
  ...['L0 0', 'M0 0X', 'M0 0L1 1,', 'M0 0zz', 'M', 'M0 0c1 1 2', 'M0 0 L NaN', 'M0 0 10'],
  ...words.split(' '),
];

const cases = Object.entries(attributesOf).flatMap(([tag, names]) =>
  names.split(' ').flatMap((name) =>
    values.map((value) => ({
      tag,
      name,
      value,
      kept: readSvgValue(tag.toLowerCase(), name, value),
    })),
  ),
);

test('of what is kept of a drawing no browser complains, and it looks the same', async () => {
  const browser = await chromium.launch(browserLaunchOptions());
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const draw = (which: 'value' | 'kept') =>
    page.evaluate(
      (all) =>
        all.map(({ tag, name, value }) => {
          const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
          if (value !== undefined) element.setAttribute(name, value);
          if (element instanceof SVGPathElement) return element.getTotalLength();
          if (element instanceof SVGPolygonElement) return element.points.length;
          if (element instanceof SVGSVGElement) return JSON.stringify(element.viewBox.baseVal);
          return element instanceof SVGGradientElement
            ? element.gradientTransform.baseVal.length
            : 0;
        }),
      cases.map((each) => ({ ...each, value: each[which] })),
    );
  const kept = await draw('kept');
  expect(complaints).toEqual([]);
  expect(kept).toEqual(await draw('value'));
  await expect.poll(() => complaints.length).toBeGreaterThan(1000);
  await browser.close();
});
