/** A recording by someone who wants the viewer's browser to fetch from them or to run their code. */

let lastId = 0;
const nextId = () => (lastId += 1);

type Attributes = Record<string, string | boolean>;
interface Node {
  readonly id: number;
}

const text = (textContent: string, isStyle = false): Node =>
  ({ type: 3, id: nextId(), textContent, isStyle }) as Node;

const element = (tagName: string, attributes: Attributes = {}, childNodes: Node[] = []): Node =>
  ({ type: 2, id: nextId(), tagName, attributes, childNodes }) as Node;

const svg = (tagName: string, attributes: Attributes = {}, childNodes: Node[] = []): Node =>
  ({ ...element(tagName, attributes, childNodes), isSVG: true }) as Node;

/** What a script of theirs would do, so that the test can see it. */
const code = (where: string) => `console.log('HOSTILE SCRIPT RAN: ${where}')`;

/** Each construct by name; `from` is the attacker's origin. */
export function hostileConstructs(from: string): Record<string, Node> {
  const at = (path: string) => `${from}/${path}`;
  return {
    'inline script': element('script', {}, [text(code('inline'))]),
    'remote script': element('script', { src: at('script.js') }),
    image: element('img', { src: at('image.png') }),
    'image set': element('img', { srcset: `${at('set-1.png')} 1x, ${at('set-2.png')} 2x` }),
    'image error': element('img', { src: 'nowhere:', onerror: code('onerror') }),
    picture: element('picture', {}, [element('source', { srcset: at('picture.png') })]),
    'javascript link': element('a', { href: `javascript:${code('href')}` }, [text('a link')]),
    'remote link': element('a', { href: at('link'), ping: at('ping') }, [text('a link')]),
    frame: element('iframe', { src: at('frame') }),
    'frame by rr_src': element('iframe', { rr_src: at('rr-frame') }),
    'frame document': element('iframe', { srcdoc: `<script>${code('srcdoc')}</script>` }),
    'frame of script': element('iframe', { src: `javascript:${code('frame href')}` }),
    refresh: element('meta', { 'http-equiv': 'refresh', content: `0;url=${at('refresh')}` }),
    object: element('object', { data: at('object') }),
    embed: element('embed', { src: at('embed') }),
    stylesheet: element('link', { rel: 'stylesheet', href: at('sheet.css') }),
    'style import': element('style', {}, [text(`@import url(${at('import.css')});`, true)]),
    'style image': element('style', {}, [text(`body{background:url(${at('background')})}`, true)]),
    font: element('style', {}, [
      text(`@font-face{font-family:F;src:url(${at('font')})} *{font-family:F}`, true),
    ]),
    'inline style': element('div', { style: `background:url(${at('inline-style')})` }, [text('x')]),
    form: element('form', { action: at('form'), method: 'post' }, [
      element('input', { name: 'q', autofocus: true, onfocus: code('onfocus') }),
      element('input', { type: 'image', src: at('input-image') }),
      element('button', { type: 'submit', formaction: at('formaction') }, [text('send')]),
    ]),
    'svg load': svg('svg', { onload: code('svg onload') }, [
      svg('use', { 'xlink:href': `${at('use.svg')}#x` }),
      svg('image', { href: at('svg-image') }),
      svg('script', {}, [text(code('svg script'))]),
      svg('animate', { onbegin: code('onbegin'), attributeName: 'x', dur: '1s' }),
    ]),
    video: element('video', { src: at('video'), poster: at('poster'), autoplay: true }),
    audio: element('audio', { src: at('audio'), autoplay: true }),
    details: element('details', { open: true, ontoggle: code('ontoggle') }, [text('x')]),
    preconnect: element('link', { rel: 'preconnect', href: from }),
    preload: element('link', { rel: 'preload', as: 'image', href: at('preload') }),
    prefetch: element('link', { rel: 'prefetch', href: at('prefetch') }),
    'module preload': element('link', { rel: 'modulepreload', href: at('modulepreload') }),
    icon: element('link', { rel: 'icon', href: at('icon') }),
    manifest: element('link', { rel: 'manifest', href: at('manifest') }),
    template: element('template', { shadowrootmode: 'open' }, [
      element('img', { src: at('shadow') }),
    ]),
  };
}

/** All constructs in the first page, then all again as later changes to it. */
export function hostileRecording(from: string): unknown[] {
  const base = element('base', { href: from });
  const head = element('head', {}, [base]);
  const body = element('body', { onload: code('body onload') }, [
    ...Object.values(hostileConstructs(from)),
  ]);
  const html = element('html', {}, [head, body]);
  const page = { type: 0, id: nextId(), childNodes: [html] };
  const added = Object.values(hostileConstructs(from));
  const image = element('img', {});
  const frame = element('iframe', {});
  const link = element('link', { href: from });
  const sheet = element('style', {}, [text('p{}', true)]);
  const change = (timestamp: number, data: object) => ({ type: 3, timestamp, data });
  const nothing = { source: 0, texts: [], attributes: [], removes: [], adds: [] };
  return [
    { type: 4, timestamp: 1000, data: { href: `${from}/page`, width: 800, height: 600 } },
    { type: 2, timestamp: 1010, data: { node: page, initialOffset: { top: 0, left: 0 } } },
    change(1500, {
      ...nothing,
      adds: [...added, image, frame, link, sheet].map((node) => ({
        parentId: body.id,
        nextId: null,
        node,
      })),
    }),
    change(1600, {
      ...nothing,
      attributes: [
        {
          id: image.id,
          attributes: { src: `${from}/changed`, onerror: code('changed onerror') },
        },
        { id: frame.id, attributes: { src: `${from}/changed-frame` } },
        { id: link.id, attributes: { rel: 'preconnect' } },
        { id: body.id, attributes: { onclick: code('onclick') } },
      ],
    }),
    change(1700, {
      source: 8,
      id: sheet.id,
      adds: [{ rule: `html{background:url(${from}/rule)}`, index: 0 }],
    }),
    change(1800, {
      source: 10,
      family: 'Later',
      fontSource: `url(${from}/later-font)`,
      buffer: false,
    }),
    change(1900, { source: 2, type: 2, id: body.id, x: 10, y: 10 }),
    change(2500, { source: 3, id: page.id, x: 0, y: 0 }),
  ];
}
