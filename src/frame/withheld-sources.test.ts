import { describe, expect, it } from 'vitest';
import type { SerializedNode } from '#dom/rrweb-events.ts';
import { WithheldSources } from './withheld-sources.ts';

const far = 'https://shop.example/shoe.png';
const inside = 'data:image/png;base64,AAAA';
const node = (
  tagName: string,
  attributes: SerializedNode['attributes'],
  ...childNodes: SerializedNode[]
): SerializedNode => ({ id: 7, type: 2, tagName, attributes: attributes ?? {}, childNodes });
const attributesOf = (some: SerializedNode) => new WithheldSources().node(some).attributes;

describe('sources that are not in the recording', () => {
  it('are taken from pictures, which say their words in a picture of ours', () => {
    const { src, ...rest } = attributesOf(node('img', { src: far, alt: 'A <shoe>', width: '40' }))!;
    expect(rest).toEqual({ alt: 'A <shoe>', width: '40', 'tasktape-src': far });
    expect(decodeURIComponent(String(src))).toContain('>A &#60;shoe&#62;</text>');
  });

  it('are left alone where they are data', () => {
    const shown = node('img', { src: inside, srcset: '' });
    expect(attributesOf(shown)).toBe(shown.attributes);
  });

  it.each(['blob:https://shop.example/1', ' HTTPS://x.example/', '//x.example/a.png', 'a.png'])(
    'are also %s',
    (src) => expect(attributesOf(node('img', { src }))).toMatchObject({ 'tasktape-src': src }),
  );

  it('give way to the picture that was recorded with them', () => {
    const written = attributesOf(node('img', { src: far, rr_dataURL: inside, alt: '' }));
    expect(written).toEqual({ alt: '', src: inside, 'rrweb-original-src': far });
  });

  it('are taken from films, sounds and what they choose from', () => {
    expect(attributesOf(node('video', { src: far, poster: inside }))).toMatchObject({
      src: null,
      'tasktape-src': far,
      poster: inside,
    });
    const film = new WithheldSources().node(node('video', {}, node('source', { src: far })));
    expect(film.childNodes?.[0]?.attributes).toMatchObject({ src: null, 'tasktape-src': far });
  });

  it('come and go as a page changes them', () => {
    const sources = new WithheldSources();
    sources.node(node('img', { alt: 'shoe' }));
    expect(sources.attributes(7, { src: far })).toMatchObject({ 'tasktape-src': far });
    expect(sources.attributes(7, { src: inside })).toEqual({ src: inside, 'tasktape-src': null });
    expect(sources.attributes(7, { src: null })).toEqual({ src: null });
  });

  it('are taken from links, with what would ask for them', () => {
    const link = attributesOf(node('link', { rel: 'preload', as: 'font', href: far }));
    const beside = { 'tasktape-rel': 'preload', 'tasktape-href': far };
    expect(link).toEqual({ rel: null, as: 'font', href: null, ...beside });
    const sheet = node('link', { rel: 'stylesheet' });
    expect(attributesOf(sheet)).toBe(sheet.attributes);
  });

  it('leave all other nodes as they are, not even copied', () => {
    const tree = node('div', { src: far }, node('a', { href: far }));
    expect(new WithheldSources().node(tree)).toBe(tree);
  });
});
