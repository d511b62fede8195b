const spaces = 'userSpaceOnUse objectBoundingBox';
const transfers = 'identity table discrete linear gamma';
const modes =
  'normal multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue saturation color luminosity';

/** Attributes of drawings that take one of some words, for all elements or for one. */
export const wordsOf: Readonly<Record<string, string>> = {
  gradientUnits: spaces,
  patternUnits: spaces,
  patternContentUnits: spaces,
  clipPathUnits: spaces,
  maskUnits: spaces,
  maskContentUnits: spaces,
  filterUnits: spaces,
  primitiveUnits: spaces,
  spreadMethod: 'pad reflect repeat',
  markerUnits: 'userSpaceOnUse strokeWidth',
  lengthAdjust: 'spacing spacingAndGlyphs',
  'textpath.method': 'align stretch',
  'textpath.spacing': 'auto exact',
  'feturbulence.type': 'fractalNoise turbulence',
  stitchTiles: 'stitch noStitch',
  'fecolormatrix.type': 'matrix saturate hueRotate luminanceToAlpha',
  'fefuncr.type': transfers,
  'fefuncg.type': transfers,
  'fefuncb.type': transfers,
  'fefunca.type': transfers,
  'fecomposite.operator': 'over in out atop xor lighter arithmetic',
  'femorphology.operator': 'erode dilate',
  'feblend.mode': modes,
  edgeMode: 'duplicate wrap none',
  preserveAlpha: 'true false',
  xChannelSelector: 'R G B A',
  yChannelSelector: 'R G B A',
};
