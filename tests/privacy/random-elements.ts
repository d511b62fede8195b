/** Random names of elements and attributes, most of them real. */
import type { SeededRandom } from '#tests/demo/seeded-random.ts';
import type { Canaries } from './canaries.ts';
import { pick, randomValue } from './random-values.ts';
import type { namespaces } from './sink.ts';

const html =
  'a abbr address area article aside audio b blockquote body button canvas caption cite code col data datalist dd details dialog div dl dt em embed fieldset figure font footer form frame h1 h2 head header hr html i img input ins label legend li link main map marquee menu meta meter nav noscript object ol optgroup option output p param picture pre progress q s search section select slot small source span strong sub summary sup table tbody td template textarea tfoot th thead time title tr track u ul var video wbr'.split(
    ' ',
  );
const svg =
  'svg a animate circle clipPath defs desc ellipse feImage filter foreignObject g image line linearGradient marker mask metadata path pattern polygon rect stop style switch symbol text textPath title tspan use view'.split(
    ' ',
  );
const math = 'math mi mn mo mtext ms mrow msup annotation annotation-xml semantics'.split(' ');

const attributes =
  'abbr accept accept-charset accesskey action align allow alt archive aria-describedby aria-description aria-details aria-invalid aria-keyshortcuts aria-label aria-level aria-owns aria-placeholder aria-valuenow aria-valuetext as autocapitalize autocomplete axis background begin bgcolor border by cite class classid clip-path code codebase color cols colspan content contenteditable coords crossorigin d data data-id data-testid data-rr-is-password datetime decoding default dir dirname disabled download draggable dur enctype enterkeyhint exportparts face fill fill-opacity filter font-family for form formaction formtarget from gradientTransform headers height high href hreflang icon id imagesizes imagesrcset inputmode integrity is itemid itemprop itemref itemtype keytimes kind label lang language list loading longdesc loop low manifest marker-end mask max maxlength media method min minlength name nonce onclick onfoo open optimum part path pattern ping placeholder points popover popovertarget poster preload property referrerpolicy rel required requiredfeatures role rows rowspan rr_dataurl rr_height rr_scrolltop rr_src rules scheme scope selected shape size sizes slot span spellcheck src srcdoc srclang srcset standby start step stop-color stroke style summary tabindex target title to transform translate type typemustmatch usemap valign value values version viewbox vocab width wrap x x1 xlink:href xml:lang xmlns y z-index ng-model v-bind:title :class @click data-v-0'.split(
    ' ',
  );

/** A page would leave, run or reload by these. */
const harmful = new Set([
  'meta content',
  'meta http-equiv',
  'frame src',
  'embed type',
  'html manifest',
]);

export function randomTag(
  random: SeededRandom,
  canaries: Canaries,
): { space: keyof typeof namespaces; tag: string } {
  const kind = random.next();
  if (kind < 0.72) return { space: 'html', tag: pick(random, html) };
  if (kind < 0.88) return { space: 'svg', tag: pick(random, svg) };
  if (kind < 0.93) return { space: 'math', tag: pick(random, math) };
  if (kind < 0.97) return { space: 'html', tag: `x-${canaries.plant('custom element')}` };
  return { space: 'svg', tag: canaries.plant('unknown SVG element') };
}

export function randomAttribute(
  random: SeededRandom,
  canaries: Canaries,
  tag: string,
): { name: string; value: string } {
  if (random.chance(0.05)) return { name: canaries.plant('name of an attribute'), value: '1' };
  if (random.chance(0.05)) return { name: `data-${canaries.plant('name of data')}`, value: '' };
  const name = pick(random, attributes);
  if (harmful.has(`${tag} ${name}`)) return { name: 'title', value: 'plain' };
  return { name, value: randomValue(random, canaries, `${name} of ${tag}`) };
}
