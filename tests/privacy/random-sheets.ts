/** Random style sheets with secrets in them. */
import type { SeededRandom } from '#tests/demo/seeded-random.ts';
import type { Canaries } from './canaries.ts';
import { pick, randomValue } from './random-values.ts';

const selectors: readonly ((secret: string) => string)[] = [
  (secret) => `.${secret}`,
  (secret) => `#${secret} > a`,
  (secret) => `[data-x="${secret}"]`,
  (secret) => `[${secret}]`,
  (secret) => `a:not(.${secret}):hover`,
  (secret) => `x-${secret}::part(${secret})`,
  (secret) => `:lang(${secret})`,
  (secret) => `::highlight(${secret})`,
  () => 'div, p',
  () => ':root',
];
const properties = [
  'color',
  'content',
  'background',
  'background-image',
  'font-family',
  'animation',
  'grid-area',
  'grid-template-areas',
  'quotes',
  'cursor',
  'mask',
  'transition',
  'will-change',
  'counter-reset',
  'container',
  'list-style',
  'filter',
  '--theme',
  'customer',
];
const wraps: readonly ((rule: string, secret: string) => string)[] = [
  (rule) => rule,
  (rule) => rule,
  (rule, secret) => `@media (min-width: 1px) { ${rule} } /* ${secret} */`,
  (rule, secret) => `@layer ${secret} { ${rule} }`,
  (rule, secret) => `@supports (--a: ${secret}) { ${rule} }`,
  (rule, secret) => `@container ${secret} (width > 1px) { ${rule} }`,
  (rule, secret) => `@scope (.${secret}) { ${rule} }`,
  (rule, secret) => `@import "${secret}.css"; ${rule}`,
  (rule, secret) => `@keyframes ${secret} { from { left: 0 } } ${rule}`,
  (rule, secret) => `@font-face { font-family: ${secret}; src: url(${secret}) } ${rule}`,
  (rule, secret) => `<!-- ${secret} --> ${rule}`,
  (rule, secret) => `${rule} a { & .${secret} { color: red } }`,
  (rule, secret) => `${rule} } ${secret} {`,
  (rule, secret) => `${rule} "${secret}\n`,
];

const plain = 'card';

/** A rule in which a part, or nothing, is secret. */
export function randomRule(random: SeededRandom, canaries: Canaries): string {
  const secret = random.chance(0.5) ? canaries.plant('selector') : plain;
  const property = pick(random, properties);
  const quote = random.chance(0.3) ? '"' : '';
  const value = random.chance(0.8) ? randomValue(random, canaries, `value of ${property}`) : 'red';
  return `${pick(random, selectors)(secret)} { ${property}: ${quote}${value}${quote} }`;
}

export function randomSheet(random: SeededRandom, canaries: Canaries): string {
  const rules = Array.from({ length: 1 + Math.floor(random.next() * 3) }, () =>
    pick(random, wraps)(randomRule(random, canaries), canaries.plant('around a rule')),
  );
  return rules.join('\n');
}
