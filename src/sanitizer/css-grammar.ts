/** Functions a style may call. None of them loads anything. */
const functions = new Set(
  `rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var env calc min max clamp
  minmax repeat fit-content linear-gradient radial-gradient conic-gradient repeating-linear-gradient
  repeating-radial-gradient repeating-conic-gradient -webkit-linear-gradient -webkit-radial-gradient
  -webkit-gradient from to color-stop translate translate3d translatex translatey translatez scale
  scale3d scalex scaley scalez rotate rotate3d rotatex rotatey rotatez skew skewx skewy matrix
  matrix3d perspective blur brightness contrast drop-shadow grayscale hue-rotate invert opacity
  saturate sepia cubic-bezier steps linear circle ellipse inset polygon rect xywh counter counters
  attr abs sign round mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp anchor
  anchor-size scroll view selector style scroll-state supports layer`
    .trim()
    .split(/\s+/),
);

const units = new Set(
  `px em rem ex rex ch rch lh rlh cap ic vw vh vi vb vmin vmax svw svh svi svb svmin svmax lvw lvh lvi
  lvb lvmin lvmax dvw dvh dvi dvb dvmin dvmax cqw cqh cqi cqb cqmin cqmax cm mm q in pt pc deg grad
  rad turn s ms hz khz dpi dpcm dppx x fr`
    .trim()
    .split(/\s+/),
);

export const isCssFunction = (name: string): boolean => functions.has(name.toLowerCase());
export const isUnit = (unit: string): boolean => units.has(unit.toLowerCase());

/** At-rules around other rules, whose condition decides whether those hold. */
export const groupRules = new Set([
  'media',
  'supports',
  'container',
  'layer',
  'scope',
  'starting-style',
]);

/** Five digits before the point and four after it: enough for any layout, too few for a value. */
export function sayNumber(value: number): string {
  const sane = Math.max(-99_999, Math.min(99_999, value));
  const said = Math.round(sane * 10_000) / 10_000;
  return Number.isFinite(said) ? String(said === 0 ? 0 : said) : '0';
}

/** A name as a style sheet has to spell it. */
export function escapeName(name: string): string {
  if (/^-?[A-Za-z_][\w-]*$|^--[\w-]+$/.test(name)) return name;
  return name
    .replace(/[^\w-]/g, '\\$&')
    .replace(/^-?\d/, (start) => start.replace(/\d/, '\\3$& '))
    .replace(/^-$/, '\\-');
}
