import type { Names } from './names.ts';

const known = new Set(
  `html head body title base link meta style script noscript template slot article section nav aside
  h1 h2 h3 h4 h5 h6 hgroup header footer address main search p hr pre blockquote ol ul menu li dl dt dd
  figure figcaption div a em strong small s cite q dfn abbr ruby rt rp rb rtc data time code var samp
  kbd sub sup i b u mark bdi bdo span br wbr ins del picture source img iframe embed object param video
  audio track map area table caption colgroup col tbody thead tfoot tr td th form label input button
  select selectedcontent datalist optgroup option textarea output progress meter fieldset legend
  details summary dialog canvas center font big tt strike nobr marquee acronym applet basefont dir
  frame frameset noframes noembed plaintext xmp listing image
  svg g defs symbol use desc path rect circle ellipse line polyline polygon text tspan textPath
  tref marker pattern mask clipPath linearGradient radialGradient stop filter switch view foreignObject
  animate animateMotion animateTransform set mpath feBlend feColorMatrix feComponentTransfer
  feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
  feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence metadata
  math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup
  msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd maction semantics
  annotation annotation-xml`
    .trim()
    .toLowerCase()
    .split(/\s+/),
);

export const isKnownTag = (tag: string): boolean => known.has(tag.toLowerCase());

/** A tag as it may be told: known ones and those made of known words as they are, others coded. */
export function nameTag(tag: string, names: Names): string {
  if (isKnownTag(tag)) return tag;
  const lower = tag.toLowerCase();
  if (/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(lower) && names.isSafe(lower, 3)) return lower;
  return `x-${names.of(`tag ${lower}`).toLowerCase()}`;
}
