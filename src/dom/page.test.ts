import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keystrokesPlugin } from '#core/plugin-events.ts';
import { Page } from './page.ts';
import { following, isElement, type PageNode } from './page-node.ts';
import type { AddedNode, MutationData, RecordedEvent, SerializedNode } from './rrweb-events.ts';
import { sketchDocument } from './sketch-document.ts';
import { styleText } from './style-text.ts';
import { textOf } from './text-of.ts';

const snapshot = (node: SerializedNode): RecordedEvent => ({
  type: 2,
  data: { node, initialOffset: { top: 0, left: 0 } },
  timestamp: 1,
});
const mutation = (change: Partial<MutationData>): RecordedEvent => ({
  type: 3,
  data: { source: 0, adds: [], removes: [], texts: [], attributes: [], ...change },
  timestamp: 2,
});
const element = (id: number, tagName = 'i', childNodes: SerializedNode[] = []): SerializedNode => ({
  id,
  type: 2,
  tagName,
  attributes: {},
  childNodes,
});

function pageOf(...body: Parameters<typeof sketchDocument>[1][]): Page {
  const page = new Page();
  page.apply(snapshot(sketchDocument('Orders', ...body)));
  return page;
}

/** Ids in document order, which also checks every link between kin. */
function idsOf(page: Page): number[] {
  const ids: number[] = [];
  const { root } = page.tree;
  for (let at = root; at !== undefined; at = following(at, root as PageNode)) {
    ids.push(at.id);
    expect(page.tree.get(at.id)).toBe(at);
    if (at.next) expect(at.next.previous).toBe(at);
    if (at.first) expect(at.first.parent).toBe(at);
  }
  return ids;
}

describe('Page', () => {
  it('tells address, title, viewport and scroll', () => {
    const page = new Page();
    page.apply({
      type: 4,
      data: { href: 'https://a.test/', width: 800, height: 600 },
      timestamp: 0,
    });
    page.apply(snapshot(sketchDocument(' Order\n desk ')));
    page.apply({ type: 3, data: { source: 3, id: 1, x: 0, y: 40 }, timestamp: 2 });
    page.apply({ type: 3, data: { source: 4, width: 640, height: 480 }, timestamp: 3 });
    expect(page.href).toBe('https://a.test/');
    expect(page.title).toBe('Order desk');
    expect(page.viewport).toEqual({ width: 640, height: 480 });
    expect(page.scrollOf()).toEqual({ x: 0, y: 40 });
  });

  it('knows from a key which field has the focus where that was not told', () => {
    const page = pageOf(['input', {}], ['p', {}]);
    const [input, p] = idsOf(page).slice(-2) as [number, number];
    const focus = (id: number) =>
      page.apply({ type: 3, data: { source: 2, type: 5, id }, timestamp: 2 });
    const strike = (node: number) => {
      const payload = { phase: 'down', node };
      page.apply({ type: 6, data: { plugin: keystrokesPlugin, payload }, timestamp: 3 });
    };
    focus(-1);
    strike(p);
    expect(page.focused).toBeUndefined();
    strike(input);
    expect(page.focused).toBe(input);
    focus(p);
    strike(input);
    expect(page.focused).toBe(p);
  });

  it('places adds by their siblings and lets them wait for later kin', () => {
    const page = pageOf(['ul', {}]);
    const ul = [...idsOf(page)].pop() as number;
    const add = (id: number, parentId: number, nextId: number | null): AddedNode => ({
      parentId,
      nextId,
      node: element(id),
    });
    page.apply(
      mutation({
        adds: [add(103, 102, null), add(100, ul, 101), add(101, ul, 102), add(102, ul, null)],
      }),
    );
    expect(idsOf(page).slice(-4)).toEqual([100, 101, 102, 103]);
    expect(page.tree.get(103)?.parent?.id).toBe(102);
  });

  it('still places a node whose sibling never comes, and loses one whose parent never does', () => {
    const page = pageOf(['ul', {}]);
    const ul = [...idsOf(page)].pop() as number;
    page.apply(
      mutation({
        adds: [
          { parentId: ul, nextId: 999, node: element(100) },
          { parentId: 998, nextId: null, node: element(101) },
        ],
      }),
    );
    expect(page.tree.get(100)?.parent?.id).toBe(ul);
    expect(page.tree.get(101)).toBeUndefined();
  });

  it('moves a node that is already there, with its children, and never into itself', () => {
    const page = pageOf(['div', {}, ['p', {}, 'x']], ['section', {}]);
    const find = (tag: string) => findTag(page, tag);
    const [div, p, section] = [find('div'), find('p'), find('section')];
    page.apply(
      mutation({ adds: [{ parentId: section.id, nextId: null, node: element(p.id, 'p') }] }),
    );
    expect(find('p').parent).toBe(section);
    expect(textOf(section).trim()).toBe('x');
    expect(div.first).toBeUndefined();
    page.apply(mutation({ adds: [{ parentId: p.id, nextId: null, node: element(section.id) }] }));
    expect(find('p').parent).toBe(section);
    idsOf(page);
  });

  it('replaces the root element of a document and the document of a frame', () => {
    const page = pageOf(['iframe', {}]);
    const frame = findTag(page, 'iframe');
    for (const id of [200, 300])
      page.apply(
        mutation({
          adds: [
            {
              parentId: frame.id,
              nextId: null,
              node: { id, type: 0, childNodes: [element(id + 1, 'html')] },
            },
          ],
        }),
      );
    expect(page.tree.get(201)).toBeUndefined();
    expect(page.tree.get(301)?.parent?.parent).toBe(frame);
    page.apply(mutation({ adds: [{ parentId: 1, nextId: null, node: element(400, 'html') }] }));
    expect(idsOf(page)).toEqual([1, 400]);
  });

  it('forgets every id of a removed subtree', () => {
    const page = pageOf(['div', {}, ['p', {}, 'x']]);
    const [div, p] = [findTag(page, 'div'), findTag(page, 'p')];
    page.apply(mutation({ removes: [{ parentId: div.parent?.id ?? 0, id: div.id }] }));
    expect(page.tree.get(p.id)).toBeUndefined();
  });

  it('changes text, attributes and single style properties', () => {
    const page = pageOf(['p', { style: 'color: red; background: url("data:x;y")' }, 'x']);
    const p = findTag(page, 'p');
    page.apply(
      mutation({
        texts: [{ id: p.first?.id ?? 0, value: 'y' }],
        attributes: [
          {
            id: p.id,
            attributes: { title: 'T', style: { color: false, top: ['1px', 'important'] } },
          },
        ],
      }),
    );
    expect(textOf(p)).toBe('y');
    expect(p.attributes.get('title')).toBe('T');
    expect(styleText(p)).toBe('background: url("data:x;y"); top: 1px !important;');
  });

  it('folds a page ten thousand levels deep', () => {
    let node = element(20_000);
    for (let id = 19_999; id > 10_000; id--) node = element(id, 'div', [node]);
    const page = new Page();
    page.apply(snapshot({ id: 1, type: 0, childNodes: [node] }));
    expect(page.tree.size).toBe(10_001);
    page.apply(mutation({ removes: [{ parentId: 1, id: 10_001 }] }));
    expect(page.tree.size).toBe(1);
  });

  it('stops at its limit and says so', () => {
    const page = new Page(4);
    page.apply(snapshot(sketchDocument('Orders', ['p', {}, 'x'])));
    expect(page.tree.size).toBe(4);
    expect(page.tree.problem).toContain('more than 4 nodes');
  });

  it('keeps its links whatever mutations come', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('add'), id: fc.nat(30), at: fc.nat(30), next: fc.nat(30) }),
      fc.record({ kind: fc.constant('remove'), id: fc.nat(30), at: fc.nat(30), next: fc.nat(30) }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 30 }), (events) => {
        const page = pageOf(['p', {}, 'x']);
        for (const changes of events)
          page.apply(
            mutation({
              removes: changes
                .filter(({ kind }) => kind === 'remove')
                .map(({ id, at }) => ({ id: id + 5, parentId: at })),
              adds: changes
                .filter(({ kind }) => kind === 'add')
                .map(({ id, at, next }) => ({
                  parentId: at,
                  nextId: next > 20 ? null : next,
                  node: element(id + 5),
                })),
            }),
          );
        expect(idsOf(page)).toHaveLength(page.tree.size);
      }),
    );
  });
});

function findTag(page: Page, tag: string): PageNode {
  const { root } = page.tree;
  for (let at = root; at !== undefined; at = following(at, root as PageNode))
    if (isElement(at) && at.tag === tag) return at;
  throw new Error(`no ${tag}`);
}
