/** Which attributes may be told, and by which rule their values are read. What is not here is
 * dropped. */
export type AttributeRule =
  | 'text'
  | 'names'
  | 'keyword'
  | 'flag'
  | 'numbers'
  | 'css'
  | 'path'
  | 'link'
  | 'reference'
  | 'language'
  | 'namespace';

const table: Readonly<Record<AttributeRule, string>> = {
  text: `aria-label title alt placeholder label aria-roledescription aria-valuetext aria-description
    aria-placeholder summary`,
  names: `class id name for aria-labelledby aria-controls aria-describedby aria-owns
    aria-activedescendant aria-details aria-errormessage aria-flowto headers list form slot part
    data-testid data-test-id data-test data-cy data-qa data-state data-side data-align data-orientation
    data-disabled data-active data-selected data-open data-closed data-expanded data-checked
    data-highlighted data-theme data-mode data-variant data-size data-type data-kind data-slot data-part
    data-status data-placement data-position data-popper-placement data-bs-theme data-bs-popper
    data-color-scheme data-color-mode data-layout data-view data-focus data-hover data-hidden
    data-loading data-visible data-direction data-index data-level data-sort data-color data-scope`,
  keyword: `type role dir align valign autocomplete inputmode enterkeyhint autocapitalize contenteditable
    spellcheck draggable translate wrap scope method enctype target rel as charset loading decoding
    fetchpriority crossorigin kind shape rules frame popover popovertarget preserveAspectRatio
    gradientUnits spreadMethod patternUnits patternContentUnits clipPathUnits maskUnits
    maskContentUnits markerUnits orient method spacing lengthAdjust focusable aria-checked
    aria-expanded aria-selected aria-pressed aria-hidden aria-disabled aria-busy aria-current aria-modal
    aria-multiline aria-multiselectable aria-orientation aria-readonly aria-required aria-sort
    aria-live aria-atomic aria-relevant aria-haspopup aria-invalid aria-autocomplete
    rr_mediaState rr_open_mode in in2 operator mode result edgeMode display columnalign rowalign
    stretchy fence separator lspace rspace mathvariant xml:space`,
  flag: `checked selected disabled hidden readonly required multiple open controls muted loop inert
    reversed nowrap novalidate default autofocus playsinline data-rr-is-password rr_mediaMuted
    rr_mediaLoop`,
  numbers: `width height colspan rowspan span rows cols size maxlength minlength min max step low high
    optimum start tabindex border cellpadding cellspacing hspace vspace marginwidth marginheight
    aria-level aria-setsize aria-posinset aria-colcount aria-colindex aria-colspan aria-rowcount
    aria-rowindex aria-rowspan aria-valuemax aria-valuemin aria-valuenow rr_width rr_height
    rr_scrollTop rr_scrollLeft rr_mediaCurrentTime rr_mediaPlaybackRate rr_mediaVolume viewBox x y
    x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy offset pathLength markerWidth markerHeight refX refY
    textLength rotate stdDeviation numOctaves baseFrequency seed k1 k2 k3 k4 values points scale
    startOffset`,
  css: `media bgcolor color background-color fill fill-opacity fill-rule stroke stroke-width
    stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset
    stroke-miterlimit opacity transform transform-origin gradientTransform patternTransform clip-rule
    stop-color stop-opacity flood-color flood-opacity lighting-color font-size font-family
    font-weight font-style font-variant letter-spacing word-spacing text-anchor text-decoration
    dominant-baseline alignment-baseline baseline-shift writing-mode direction visibility overflow
    pointer-events cursor vector-effect shape-rendering text-rendering image-rendering
    color-interpolation color-interpolation-filters paint-order mix-blend-mode isolation`,
  path: 'd',
  link: 'href',
  reference: 'xlink:href',
  language: 'lang hreflang xml:lang',
  namespace: 'xmlns xmlns:xlink xmlns:svg',
};

const rules = new Map<string, AttributeRule>();
for (const [rule, names] of Object.entries(table))
  for (const name of names.trim().split(/\s+/)) rules.set(name, rule as AttributeRule);

export const attributeRule = (name: string): AttributeRule | undefined => rules.get(name);

export const namespaces = new Set([
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/1998/Math/MathML',
]);
