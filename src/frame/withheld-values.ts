import { areInRecording, isInRecording, isOnPage } from './recorded-address.ts';
import { withholdSheet } from './withheld-sheets.ts';
import { pictureOfWords } from './picture-of-words.ts';
import { readSvgValue } from './svg-values.ts';
import { withholdCss } from './withheld-css.ts';

/** What has attributes. */
export interface Bearer {
  /** In small letters; none where nothing of its own is asked of it. */
  readonly tag: string;
  readonly isSvg: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The value that a browser may have of an attribute. */
type Rule = (value: string, of: Bearer) => string | null;

const films = new Set(['video', 'audio', 'source', 'track']);
const plugins = new Set(['object', 'embed']);

const isLoadHint = /^\s*(preload|modulepreload|prefetch)\s*$/i;

const ifRecorded: Rule = (value) => (isInRecording(value) ? value : null);

const src: Rule = (value, { tag, attributes }) => {
  if (tag === 'img' || tag === 'input')
    return isInRecording(value) ? value : pictureOfWords(String(attributes['alt'] ?? ''));
  return (films.has(tag) || tag === 'embed') && value !== '' ? null : value;
};

const href: Rule = (value, { tag }) => {
  if (tag === 'use') return isOnPage(value) ? value : null;
  if (tag === 'image' || tag === 'feimage') return ifRecorded(value, { tag } as Bearer);
  return tag === 'link' || tag === 'base' ? null : value;
};

const ofAny =
  (isSo: (of: Bearer) => boolean): Rule =>
  (value, of) =>
    isSo(of) ? null : value;

const painted: readonly (readonly [string, Rule])[] = [
  ...['fill', 'stroke', 'filter', 'clip-path', 'mask', 'cursor'],
  ...['marker', 'marker-start', 'marker-mid', 'marker-end'],
].map((property) => [property, (value) => withholdCss(value, { property })]);

/** What the policy would refuse, each with a complaint, and what a browser can't read. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['src', src],
  ['srcset', (value) => (areInRecording(value) ? value : null)],
  ['imagesrcset', (value) => (areInRecording(value) ? value : null)],
  ['poster', (value) => (isInRecording(value) ? value : pictureOfWords(''))],
  ['href', href],
  ['xlink:href', href],
  ['background', ifRecorded],
  ['rr_dataURL', ifRecorded],
  // It asks for the address that was taken.
  ['rel', (value, { tag }) => (tag === 'link' && isLoadHint.test(value) ? null : value)],
  ['data', ofAny(({ tag }) => tag === 'object')],
  ['type', ofAny(({ tag }) => plugins.has(tag))],
  ['srcdoc', ofAny(({ tag }) => tag === 'iframe')],
  ['http-equiv', () => null],
  ['content', ofAny(({ tag, attributes }) => tag === 'meta' && attributes['name'] === 'referrer')],
  ['pattern', (value, { tag }) => (tag === 'input' && !isPattern(value) ? null : value)],
  ['style', (value) => withholdCss(value, { property: '' })],
  ['_cssText', (value) => withholdSheet(value)],
  ...painted,
]);

function isPattern(value: string): boolean {
  try {
    return Boolean(new RegExp(value, 'v'));
  } catch {
    return false;
  }
}

/** Handlers never run, but a browser says so each time one would. */
const isHandler = (name: string) => /^on[a-z]/i.test(name);

/** The value itself where nothing is wrong with it; null where the attribute is to be left out. */
export function withholdValue(of: Bearer, name: string, value: string): string | null {
  const rule = rules.get(name) ?? (/[A-Z]/.test(name) ? rules.get(name.toLowerCase()) : undefined);
  const kept = rule === undefined ? value : rule(value, of);
  if (kept !== null && of.isSvg) return readSvgValue(of.tag, name, kept) ?? null;
  return isHandler(name) ? null : kept;
}
