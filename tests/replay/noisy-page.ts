/** A page that holds, once each, what a browser says something of on its console. */
import { element, page, svg, text, type Attributes, type HostileNode } from './hostile-nodes.ts';

const far = 'https://shop.example/x';

const nodes: readonly (readonly [string, Attributes])[] = [
  ['img', { srcset: `${far} 2x` }],
  ['img', { src: 'data:image/png;base64,!' }],
  ['img', { src: 'data:image/png;base64,AAAA', onerror: 'x()' }],
  ['video', { src: 'data:video/mp4,x', poster: far }],
  ['table', { background: far }],
  ['object', { data: far, type: 'text/x' }],
  ['embed', { src: far, type: 'text/x' }],
  ['iframe', { src: far }],
  ['iframe', { srcdoc: `<img src=${far}><script>x()</script>` }],
  ['link', { rel: 'stylesheet', href: far }],
  ['link', { rel: 'icon', href: far }],
  ['link', { rel: 'preload', as: 'fetch', href: far }],
  ['base', { href: far }],
  ['meta', { name: 'referrer', content: 'bogus' }],
  ['meta', { 'http-equiv': 'X-Frame-Options', content: 'DENY' }],
  ['meta', { 'http-equiv': 'content-security-policy', content: "style-src 'none'" }],
  ['input', { pattern: '[a-&&]]', value: 'x' }],
  ['input', { autofocus: true }],
  ['details', { open: true, ontoggle: 'x()' }],
  ['p', { style: `background: url(${far}); mask: url(#x)` }],
];

const drawings: readonly (readonly [string, Attributes])[] = [
  ['svg', { width: 'auto', height: 'NaN', viewBox: '0 0 24', preserveAspectRatio: 'bogus' }],
  ['path', { d: 'M0 0L10 10c1 2', transform: 'translate(1px, 2px)', pathLength: '-1' }],
  ['polygon', { points: '0 0 1 NaN' }],
  ['rect', { width: '-1', height: '{{height}}', rx: 'auto', fill: `url(${far}#x)` }],
  ['text', { x: 'NaN', dy: 'undefined' }],
  ['use', { href: `${far}#x` }],
  ['use', { href: 'data:image/svg+xml,<svg/>#x' }],
  ['image', { 'xlink:href': far }],
  ['feImage', { href: far }],
  ['linearGradient', { gradientUnits: 'bogus', x1: '', gradientTransform: 'rotate(45deg)' }],
  ['feColorMatrix', { type: 'bogus', values: 'NaN' }],
  ['animate', { keyTimes: '1;0', keySplines: 'bogus' }],
];

const css = `
  @import url("${far}");
  @font-face { font-family: Far; src: url(${far}) format("woff2") }
  body { font-family: Far; background: url(${far}), url(#x); cursor: url(${far}), auto }
  p { filter: url(${far}#x); list-style: url(${far}); border-image: url("${far}") 1 }
  p::before { content: url(${far}) }
  :invalid { color: red }
`;

const made = () => [
  ...nodes.map(([tag, attributes]) => element(tag, attributes, [text('x')])),
  ...drawings.map(([tag, attributes]) => svg('svg', {}, [svg(tag, attributes)])),
];

const bare = (node: HostileNode): HostileNode => ({
  ...node,
  attributes: {},
  ...(node.childNodes && { childNodes: node.childNodes.map(bare) }),
});

const all = (node: HostileNode): HostileNode[] => [node, ...(node.childNodes ?? []).flatMap(all)];

const change = (timestamp: number, data: object) => ({ type: 3, timestamp, data });
const mutation = { source: 0, adds: [], removes: [], texts: [], attributes: [] };

/** Lasts a second: a page, and the same once more added, changed and put in by script. */
export function noisyRecording(): never[] {
  const late = made();
  const body = element('body', {}, [...made(), ...late.map(bare)]);
  const style = element('style', {}, [text(css, true)]);
  const root = page([element('html', {}, [element('head', {}, [style]), body])]);
  const adds = made().map((node) => ({ parentId: body.id, nextId: null, node }));
  const changes = late
    .flatMap(all)
    .flatMap(({ id, attributes }) =>
      Object.keys(attributes ?? {}).length > 0 ? [{ id, attributes }] : [],
    );
  const [rule] = css.match(/body \{.*\}/) ?? [];
  const set = { property: 'background-image', value: `url(${far}?set)` };
  return [
    { type: 4, timestamp: 1000, data: { href: far, width: 800, height: 600 } },
    { type: 2, timestamp: 1010, data: { node: root, initialOffset: { top: 0, left: 0 } } },
    change(1100, { ...mutation, adds }),
    change(1200, { ...mutation, attributes: changes }),
    change(1300, { source: 8, id: style.id, adds: [{ rule, index: 0 }] }),
    change(1400, {
      source: 15,
      id: root.id,
      styleIds: [1],
      styles: [{ styleId: 1, rules: [{ rule }] }],
    }),
    change(1500, { source: 13, id: style.id, index: [0], set }),
    change(1600, { source: 10, family: 'Far', fontSource: `url(${far}?font)`, buffer: false }),
    change(1700, {
      ...mutation,
      texts: [{ id: style.childNodes![0]!.id, value: `${css} p { background: url(${far}?text) }` }],
    }),
    { type: 5, timestamp: 2000, data: { tag: 'end', payload: {} } },
  ] as never[];
}
