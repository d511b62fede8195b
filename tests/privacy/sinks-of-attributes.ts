/** Sinks in attributes of every kind, and in their names. */
import { add, attributeOf, type Sink } from './sink.ts';

const onAnything = [
  'title',
  'name',
  'id',
  'class',
  'lang',
  'role',
  'slot',
  'part',
  'is',
  'nonce',
  'accesskey',
  'itemprop',
  'itemid',
  'property',
  'data-customer',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'aria-placeholder',
  'aria-labelledby',
  'onclick',
  'onpointerdown',
  'customer',
  'ng-reflect-model',
  'rr_src',
  'rr_dataURL',
  '_cssText',
];
const query = (value: string) => `/files/${value}?q=${value}#${value}`;
const plainImage = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

const named = (name: string, nameOf: (value: string) => string): Sink => ({
  name,
  make(root, value) {
    const element = add(root, 'div', { [nameOf(value)]: '1' });
    return (next) => element.setAttribute(nameOf(next), '1');
  },
});

export const sinksOfAttributes: readonly Sink[] = [
  ...onAnything.map((name) => attributeOf('div', name)),
  named('name of a data attribute', (value) => `data-${value}`),
  named('name of an attribute', (value) => value),
  attributeOf('input', 'placeholder'),
  attributeOf('input', 'autocomplete'),
  attributeOf('input', 'pattern'),
  attributeOf('input', 'accept', (value) => `.${value}`, { type: 'file' }),
  attributeOf('input', 'alt', undefined, { type: 'image' }),
  attributeOf('input', 'src', query, { type: 'image' }),
  attributeOf('textarea', 'placeholder'),
  attributeOf('label', 'for'),
  attributeOf('td', 'headers'),
  attributeOf('th', 'abbr'),
  attributeOf('a', 'href', query),
  attributeOf('a', 'href', (value) => `mailto:${value}@mail.example`, { type: 'mail' }),
  attributeOf('a', 'href', (value) => `javascript:void '${value}'`, { type: 'script' }),
  attributeOf('a', 'href', (value) => `data:text/plain;base64,${btoa(value)}`, { type: 'data' }),
  attributeOf('a', 'ping', query),
  attributeOf('a', 'download'),
  attributeOf('a', 'target'),
  attributeOf('a', 'rel'),
  attributeOf('a', 'hreflang'),
  attributeOf('area', 'alt'),
  attributeOf('map', 'name'),
  attributeOf('img', 'alt'),
  attributeOf('img', 'src', query),
  attributeOf('img', 'srcset', (value) => `${query(value)} 1x, /2x/${value} 2x`),
  attributeOf('img', 'usemap', (value) => `#${value}`, { src: plainImage }),
  attributeOf(
    'img',
    'src',
    (value) =>
      `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><text y="9">${value}</text></svg>`)}`,
    { type: 'data' },
  ),
  attributeOf(
    'img',
    'src',
    (value) =>
      `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg"><text>${value}</text></svg>`)}`,
    { type: 'base64' },
  ),
  attributeOf('source', 'srcset', query),
  attributeOf('video', 'poster', query),
  attributeOf('video', 'src', query),
  attributeOf('audio', 'src', query),
  attributeOf('track', 'label'),
  attributeOf('form', 'action', query),
  attributeOf('button', 'formaction', query),
  attributeOf('iframe', 'srcdoc', (value) => `<p title="${value}">${value}</p>`),
  attributeOf('iframe', 'src', (value) => `/empty?${query(value)}`),
  attributeOf('iframe', 'name'),
  attributeOf('iframe', 'title'),
  attributeOf('embed', 'src', query),
  attributeOf('object', 'data', query),
  attributeOf('object', 'type'),
  attributeOf('link', 'href', query, { rel: 'canonical' }),
  attributeOf('meta', 'content', undefined, { name: 'description' }),
  attributeOf('meta', 'content', undefined, { property: 'og:title', type: 'property' }),
  attributeOf('meta', 'name'),
  attributeOf('time', 'datetime'),
  attributeOf('blockquote', 'cite', query),
  attributeOf('script', 'src', query, { type: 'text/x-none' }),
  attributeOf('body-part', 'background', query),
  attributeOf('div', 'style', (value) => `--customer: ${value}; color: rgb(1 2 3)`),
  attributeOf('div', 'style', (value) => `background: url(/files/${value}.png)`, { type: 'url' }),
  attributeOf('div', 'style', (value) => `font-family: ${value}, serif`, { type: 'font' }),
  attributeOf('a', 'href', query, {}, 'svg'),
  attributeOf('use', 'href', (value) => `#${value}`, {}, 'svg'),
  attributeOf('image', 'href', query, {}, 'svg'),
  attributeOf('path', 'd', (value) => `M0 0 ${value}`, {}, 'svg'),
  attributeOf('polyline', 'points', undefined, {}, 'svg'),
  attributeOf('g', 'transform', undefined, {}, 'svg'),
  attributeOf('rect', 'fill', (value) => `url(#${value})`, {}, 'svg'),
  attributeOf('rect', 'filter', (value) => `url(/f.svg?${value}#a)`, {}, 'svg'),
  attributeOf('animate', 'values', undefined, {}, 'svg'),
  attributeOf('svg', 'viewBox', (value) => `0 0 ${value} 1`, {}, 'svg'),
  attributeOf('svg', 'data-name', undefined, {}, 'svg'),
  attributeOf('mi', 'mathvariant', undefined, {}, 'math'),
  attributeOf('x-card', 'customer'),
  {
    name: 'name of a custom element',
    make(root, value) {
      let element = add(root, `x-${value}`);
      return (next) => {
        const fresh = root.ownerDocument.createElement(`x-${next}`);
        element.replaceWith(fresh);
        element = fresh;
      };
    },
  },
  {
    name: 'xlink:href of use',
    make(root, value) {
      const use = add(add(root, 'svg', {}, 'svg'), 'use', {}, 'svg');
      const give = (next: string) =>
        use.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', `/i.svg?${next}#a`);
      give(value);
      return give;
    },
  },
];
