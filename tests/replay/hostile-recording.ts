/** A recording by someone who wants the viewer's browser to fetch from them or to run their code:
 * every construct in every way in which it can come into a page. */
import { constructs, declarations, sheets, type Lure } from './hostile-constructs.ts';
import { allOf, bare, element, page, text, type HostileNode } from './hostile-nodes.ts';

/** Put on the page by the last event, so that it can be told when all was played. */
export const lastNode = 'all-was-played';

const lureTo =
  (port: number, way: string) =>
  (name: string): Lure => {
    const label = `${name} ${way}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const host = `${label.slice(0, 63).replace(/-$/, '')}.localhost:${port}`;
    const url = (leaf = 'x') => `http://${host}/${leaf}`;
    const calls = [
      `console.log('HOSTILE SCRIPT RAN: ${name}, ${way}')`,
      `navigator.sendBeacon('${url('beacon')}')`,
      `fetch('${url('fetch')}',{mode:'no-cors'})`,
      `new WebSocket('ws://${host}/socket')`,
      `new RTCPeerConnection({iceServers:[{urls:'stun:${host}'}]}).createOffer()`,
    ];
    return { url, host, code: calls.map((call) => `try{${call}}catch(e){}`).join(';') };
  };

type Table<T> = Readonly<Record<string, (to: Lure) => T>>;

const made = <T>(table: Table<T>, lure: (name: string) => Lure): T[] =>
  Object.entries(table).map(([name, make]) => make(lure(name)));

const change = (timestamp: number, data: object) => ({ type: 3, timestamp, data });
const mutation = (timestamp: number, data: object) =>
  change(timestamp, { source: 0, texts: [], attributes: [], removes: [], adds: [], ...data });
const into = (parent: HostileNode, nodes: readonly HostileNode[]) =>
  nodes.map((node) => ({ parentId: parent.id, nextId: null, node }));

const inShadow = (node: HostileNode): HostileNode => ({ ...node, isShadow: true }) as HostileNode;

/** What no node holds: words of the recording itself. */
function events(timestamp: number, at: Targets, { url, code }: Lure): object[] {
  return [
    change(timestamp, {
      source: 10,
      family: 'L',
      fontSource: `url(${url('font')})`,
      buffer: false,
    }),
    change(timestamp, {
      source: 9,
      id: at.canvas.id,
      type: 0,
      commands: [
        {
          property: 'drawImage',
          args: [{ rr_type: 'HTMLImageElement', src: url('canvas') }, 0, 0],
        },
        { property: 'fillStyle', args: [{ rr_type: 'Function', args: [code] }], setter: true },
        { property: 'constructor', args: [code] },
      ],
    }),
    change(timestamp, {
      source: 9,
      id: at.canvas.id,
      type: 1,
      property: 'texImage2D',
      args: [code],
    }),
    change(timestamp, { source: 16, define: { name: 'hostile-element' } }),
    change(timestamp, { source: 7, id: at.video.id, type: 0, currentTime: 1, volume: 1 }),
    change(timestamp, { source: 5, id: at.field.id, text: code, isChecked: true }),
    ...[0, 1, 2, 5, 7].map((type) =>
      change(timestamp, { source: 2, type, id: at.field.id, x: 10, y: 10, pointerType: 0 }),
    ),
    { type: 5, timestamp, data: { tag: 'config', payload: { UNSAFE_replayCanvas: true, code } } },
    { type: 6, timestamp, data: { plugin: 'rrweb/console@1', payload: { trace: [code] } } },
    { type: 7, timestamp, data: { url: url('asset'), payload: { src: url('asset') } } },
  ];
}

interface Targets {
  readonly canvas: HostileNode;
  readonly video: HostileNode;
  readonly field: HostileNode;
}

/** Lasts a second; its lures lead to this port of this machine. */
export function hostileRecording(port: number): unknown[] {
  const written = lureTo(port, 'written');
  const targets: Targets = {
    canvas: element('canvas', { width: '20', height: '20' }),
    video: element('video', { src: written('played video').url(), muted: true }),
    field: element('input', { value: 'x' }),
  };
  const lateImages = made(constructs, lureTo(port, 'changed'));
  const frame = element('iframe', { width: '20', height: '20' });
  const host = { ...element('div'), isShadowHost: true, childNodes: [] as HostileNode[] };
  host.childNodes = made(constructs, lureTo(port, 'shadowed')).map(inShadow);
  const ruled = element('style', {}, [text('div { color: red }', true)]);
  const rewritten = element('style', {}, [text('i {}', true)]);
  const declared = element('div', {}, [text('x')]);
  const base = written('first base');
  const head = element('head', { profile: base.url('profile') }, [
    element('base', { href: base.url() }),
    ruled,
    rewritten,
    ...made(sheets, written).map((css) => element('style', {}, [text(css, true)])),
    ...made(sheets, lureTo(port, 'style text')).map((css) => element('style', { _cssText: css })),
    ...made(sheets, lureTo(port, 'link text')).map((css) =>
      element('link', { rel: 'stylesheet', href: base.url('sheet'), _cssText: css }),
    ),
  ]);
  const body = element('body', { onload: base.code, background: base.url('background') }, [
    element('p', {}, [text('A page like any other.')]),
    ...Object.values(targets),
    frame,
    host,
    declared,
    ...made(declarations, written).map(([name, value]) =>
      element('div', { style: `${name}: ${value}` }, [text('x')]),
    ),
    ...lateImages.map(bare),
    ...made(constructs, lureTo(port, 'first')),
  ]);
  const html = element('html', { manifest: base.url('cache') }, [head, body]);
  const root = page([html]);
  const inFrame = page([
    element('html', {}, [
      element('head', {}, [
        ...made(sheets, lureTo(port, 'framed')).map((css) =>
          element('style', {}, [text(css, true)]),
        ),
      ]),
      element('body', {}, made(constructs, lureTo(port, 'framed'))),
    ]),
  ]);
  const oneRule = (css: string) => css.replace(/(?<=[};])\s.*$/s, '');
  return [
    { type: 4, timestamp: 1000, data: { href: base.url('page'), width: 800, height: 600 } },
    { type: 2, timestamp: 1010, data: { node: root, initialOffset: { top: 0, left: 0 } } },
    mutation(1100, { isAttachIframe: true, adds: into(frame, [inFrame]) }),
    mutation(1200, { adds: into(body, made(constructs, lureTo(port, 'added'))) }),
    mutation(1210, {
      adds: into(
        head,
        made(sheets, lureTo(port, 'added')).map((css) => element('style', {}, [text(css, true)])),
      ),
    }),
    mutation(1300, {
      attributes: lateImages
        .flatMap(allOf)
        .flatMap(({ id, attributes }) =>
          attributes && Object.keys(attributes).length > 0 ? [{ id, attributes }] : [],
        ),
    }),
    mutation(1400, {
      texts: made(sheets, lureTo(port, 'rewritten'))
        .slice(0, 1)
        .map((value) => ({ id: rewritten.childNodes![0]!.id, value })),
    }),
    change(1500, {
      source: 8,
      id: ruled.id,
      adds: made(sheets, lureTo(port, 'inserted')).map((css) => ({ rule: oneRule(css), index: 0 })),
    }),
    change(1510, {
      source: 15,
      id: root.id,
      styleIds: [1, 2],
      styles: [
        {
          styleId: 1,
          rules: made(sheets, lureTo(port, 'adopted')).map((css) => ({ rule: oneRule(css) })),
        },
        { styleId: 2, rules: [{ rule: 'b {}' }] },
      ],
    }),
    change(1520, {
      source: 8,
      styleId: 2,
      replaceSync: made(sheets, lureTo(port, 'replaced')).join('\n'),
    }),
    ...made(declarations, lureTo(port, 'set')).map(([property, value]) =>
      change(1530, { source: 13, id: ruled.id, index: [0], set: { property, value } }),
    ),
    mutation(1540, {
      attributes: [
        {
          id: declared.id,
          attributes: { style: Object.fromEntries(made(declarations, lureTo(port, 'merged'))) },
        },
        { id: body.id, attributes: { onclick: base.code } },
      ],
    }),
    ...events(1600, targets, lureTo(port, 'events')('recording')),
    change(1700, { source: 3, id: root.id, x: 0, y: 0 }),
    mutation(1800, { adds: into(body, [element('p', { id: lastNode }, [text('x')])]) }),
    { type: 5, timestamp: 2000, data: { tag: 'end', payload: {} } },
  ];
}
