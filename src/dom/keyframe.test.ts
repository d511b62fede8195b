import { describe, expect, it } from 'vitest';
import { keyframeOf } from './keyframe.ts';
import { Page } from './page.ts';
import type { RecordedEvent, SerializedNode } from './rrweb-events.ts';
import { sketchDocument, type Drawn } from './sketch-document.ts';

const viewport = { href: 'https://a.test/', width: 800, height: 600 };

function pageOf(...body: Drawn[]): Page {
  const page = new Page();
  const node = sketchDocument('Orders', ...body);
  page.apply({ type: 4, data: viewport, timestamp: 1 });
  page.apply({ type: 2, data: { node, initialOffset: { top: 0, left: 0 } }, timestamp: 1 });
  return page;
}
const change = (page: Page, data: object) => page.apply({ type: 3, data, timestamp: 2 });
const mutate = (page: Page, data: object) =>
  change(page, { source: 0, adds: [], removes: [], texts: [], attributes: [], ...data });

/** The first element of a tag; drawn pages have html, head, title, text and body as 2 to 6. */
function find(events: readonly RecordedEvent[] | undefined, tag: string): SerializedNode {
  const work = [(events?.[1]?.data as { node: SerializedNode }).node];
  for (let node = work.shift(); node !== undefined; node = work.shift()) {
    if (node.tagName === tag) return node;
    work.push(...(node.childNodes ?? []));
  }
  throw new Error(`no ${tag}`);
}

/** A page made from a keyframe gives the same keyframe. */
function keyframeTwice(page: Page): readonly RecordedEvent[] | undefined {
  const keyframe = keyframeOf(page, 5);
  const again = new Page();
  for (const event of JSON.parse(JSON.stringify(keyframe))) again.apply(event);
  expect(JSON.parse(JSON.stringify(keyframeOf(again, 5)))).toEqual(
    JSON.parse(JSON.stringify(keyframe)),
  );
  return keyframe;
}

describe('a keyframe', () => {
  it('is nothing while the page is not known', () => {
    expect(keyframeOf(new Page(), 1)).toBeUndefined();
  });

  it('holds what fields hold', () => {
    const page = pageOf(
      ['input', { value: 'given' }],
      ['textarea', {}, 'given'],
      ['select', {}, ['option', { selected: true }, 'one'], ['option', {}, 'two']],
    );
    const before = keyframeOf(page, 1);
    const id = (tag: string) => find(before, tag).id;
    change(page, { source: 5, id: id('input'), text: 'typed', isChecked: false });
    change(page, { source: 5, id: id('textarea'), text: '', isChecked: false });
    change(page, { source: 5, id: id('select'), text: 'two', isChecked: false });
    const keyframe = keyframeTwice(page);
    // The tree keeps what the page's source says; what fields hold comes after it, in order.
    expect(find(keyframe, 'input').attributes).toEqual({ value: 'given' });
    expect(keyframe?.slice(2).map(({ data }) => data)).toEqual([
      { source: 5, id: id('input'), text: 'typed', isChecked: false },
      { source: 5, id: id('textarea'), text: '', isChecked: false },
      { source: 5, id: id('select'), text: 'two', isChecked: false },
    ]);
  });

  it('holds where things are scrolled to, as numbers', () => {
    const page = pageOf(['div', {}]);
    const { id } = find(keyframeOf(page, 1), 'div');
    change(page, { source: 3, id, x: 0, y: 40 });
    change(page, { source: 3, id: 1, x: 3, y: 70 });
    const keyframe = keyframeTwice(page);
    expect(find(keyframe, 'div').attributes).toEqual({ rr_scrollTop: 40 });
    expect(keyframe?.[1]?.data).toMatchObject({ initialOffset: { left: 3, top: 70 } });
  });

  it('attaches documents of frames after the snapshot, the outer first', () => {
    const page = pageOf(['iframe', {}]);
    const frame = find(keyframeOf(page, 1), 'iframe').id;
    const inner = { id: 90, type: 2, tagName: 'iframe', attributes: {}, childNodes: [] };
    const document = { id: 80, type: 0, childNodes: [inner] };
    mutate(page, { adds: [{ parentId: frame, nextId: null, node: document }] });
    const deeper = { id: 95, type: 0, childNodes: [] };
    mutate(page, { adds: [{ parentId: 90, nextId: null, node: deeper }] });
    const keyframe = keyframeTwice(page);
    expect(find(keyframe, 'iframe').childNodes).toEqual([]);
    expect(keyframe?.slice(2).map(({ data }) => data)).toMatchObject([
      { isAttachIframe: true, adds: [{ parentId: frame, node: { id: 80 } }] },
      { isAttachIframe: true, adds: [{ parentId: 90, node: { id: 95 } }] },
    ]);
  });

  it('keeps what script did to a sheet until its text changes', () => {
    const page = pageOf(['style', { _cssText: 'a { top: 0 }' }, '']);
    const style = find(keyframeOf(page, 1), 'style');
    change(page, { source: 8, id: style.id, adds: [{ rule: 'b { left: 0 }', index: 1 }] });
    change(page, { source: 13, id: style.id, index: [0], set: { property: 'top', value: '1px' } });
    expect(
      keyframeTwice(page)
        ?.slice(2)
        .map(({ data }) => data),
    ).toEqual([
      { source: 8, id: style.id, adds: [{ rule: 'b { left: 0 }', index: 1 }] },
      { source: 13, id: style.id, index: [0], set: { property: 'top', value: '1px' } },
    ]);
    mutate(page, { texts: [{ id: style.childNodes?.[0]?.id, value: 'i { top: 2px }' }] });
    const keyframe = keyframeTwice(page);
    expect(keyframe).toHaveLength(2);
    expect(find(keyframe, 'style').attributes).toEqual({ _cssText: 'i { top: 2px }' });
  });

  it('makes sheets of script again with the rules they have by now', () => {
    const page = pageOf(['p', {}, 'x']);
    const styles = [
      {
        styleId: 1,
        rules: [
          { rule: 'a {}', index: 0 },
          { rule: 'b {}', index: 1 },
        ],
      },
    ];
    change(page, { source: 15, id: 1, styleIds: [1], styles });
    change(page, { source: 8, styleId: 1, removes: [{ index: 0 }] });
    change(page, { source: 8, styleId: 1, adds: [{ rule: 'c {}' }] });
    const rules = [
      { rule: 'c {}', index: 0 },
      { rule: 'b {}', index: 1 },
    ];
    expect(
      keyframeTwice(page)
        ?.slice(2)
        .map(({ data }) => data),
    ).toEqual([{ source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules }] }]);
    change(page, { source: 15, id: 1, styleIds: [] });
    expect(keyframeTwice(page)?.[2]?.data).toMatchObject({
      styleIds: [],
      styles: [{ styleId: 1 }],
    });
  });

  it('lets a film run on to its own time', () => {
    const page = pageOf(['video', { rr_mediaState: 'paused', rr_mediaCurrentTime: 1 }]);
    const { id } = find(keyframeOf(page, 1), 'video');
    page.apply({
      type: 3,
      data: { source: 7, type: 0, id, currentTime: 3, playbackRate: 2 },
      timestamp: 1000,
    });
    expect(find(keyframeOf(page, 2000), 'video').attributes).toMatchObject({
      rr_mediaState: 'played',
      rr_mediaCurrentTime: 5,
    });
  });

  it('is made of whatever a recording holds', () => {
    const page = pageOf(['p', {}, 'x']);
    for (const source of [7, 8, 13, 15])
      for (const odd of [
        {},
        { id: 1, adds: 7, index: 'x', set: 4 },
        { styleIds: 'x', styles: [0] },
      ])
        change(page, { source, ...odd });
    expect(keyframeTwice(page)?.slice(0, 2)).toHaveLength(2);
  });
});
