/** The tokens as a canvas needs them: resolved once per theme, since a canvas knows no CSS. */

import type { Measures } from './lane-marks.ts';
import { heightTokens, type HeightToken } from './lane-rows.ts';

const colourTokens = {
  ground: '--surface',
  lane: '--lane-background',
  hairline: '--lane-hairline',
  tick: '--lane-tick',
  mark: '--mark',
  markQuiet: '--mark-quiet',
  markGround: '--mark-ground',
  activity: '--activity',
  text: '--text',
  textQuiet: '--text-quiet',
  accent: '--accent',
  accentOn: '--accent-on',
  accentQuiet: '--accent-quiet',
  accentText: '--accent-text',
  masked: '--masked',
  maskedText: '--masked-text',
  maskedQuiet: '--masked-quiet',
  maskedLine: '--masked-line',
  gapLine: '--gap-line',
  warning: '--warning',
  warningText: '--warning-text',
  warningQuiet: '--warning-quiet',
} as const;

export type Colours = Readonly<Record<keyof typeof colourTokens, string>>;

export interface Theme {
  readonly colours: Colours;
  /** The label palette, in order. */
  readonly labels: readonly string[];
  readonly fonts: {
    readonly sans: string;
    readonly sansItalic: string;
    readonly mono: string;
    readonly monoItalic: string;
  };
  readonly measures: Measures;
  readonly heights: Readonly<Record<HeightToken, number>>;
  readonly radius: number;
}

/** Reads the theme that holds at `host`. */
export function readTheme(host: HTMLElement): Theme {
  const probe = host.appendChild(document.createElement('span'));
  probe.hidden = true;
  const colour = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const font = (face: '--font-sans' | '--font-mono', slant = '') => {
    probe.style.font = `${slant} var(--weight-text) var(--text-12) / 1 var(${face})`;
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(probe);
    return `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  };
  const fonts = {
    sans: font('--font-sans'),
    sansItalic: font('--font-sans', 'italic'),
    mono: font('--font-mono'),
    monoItalic: font('--font-mono', 'italic'),
  };
  const size = (token: string) => {
    probe.style.width = `var(${token})`;
    return parseFloat(getComputedStyle(probe).width);
  };
  const theme: Theme = {
    colours: Object.fromEntries(
      Object.entries(colourTokens).map(([name, token]) => [name, colour(token)]),
    ) as Colours,
    labels: Array.from({ length: 10 }, (_, index) => colour(`--label-${index + 1}`)),
    fonts,
    measures: { sans: measureIn(fonts.sans), mono: measureIn(fonts.mono) },
    heights: Object.fromEntries(
      heightTokens.map((token) => [token, size(token)]),
    ) as Theme['heights'],
    radius: size('--radius-control'),
  };
  probe.remove();
  return theme;
}

/** Calls back when what `readTheme` would answer may have changed: theme, contrast, a low window, a
 * font's arrival. */
export function trackTheme(onchange: () => void): { stop(): void } {
  const stopping = new AbortController();
  const options = { signal: stopping.signal };
  for (const query of [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
    '(height < 800px)',
  ])
    matchMedia(query).addEventListener('change', onchange, options);
  document.fonts.addEventListener('loadingdone', onchange, options);
  const attributes = new MutationObserver(onchange);
  attributes.observe(document.documentElement, { attributes: true });
  stopping.signal.addEventListener('abort', () => attributes.disconnect());
  return { stop: () => stopping.abort() };
}

const cacheLimit = 4000;

function measureIn(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = font;
  const widths = new Map<string, number>();
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const { width } = context.measureText(text);
    if (widths.size > cacheLimit) widths.clear();
    widths.set(text, width);
    return width;
  };
}
