import { describe, expect, it } from 'vitest';
import { describeTarget } from './describe-target.ts';
import { keyframeOf } from './keyframe.ts';
import { Page } from './page.ts';
import type { RecordedEvent, SerializedNode } from './rrweb-events.ts';

const element = (
  id: number,
  tagName = 'div',
  childNodes: SerializedNode[] = [],
): SerializedNode => ({
  id,
  type: 2,
  tagName,
  attributes: {},
  childNodes,
});

function pageWith(...children: SerializedNode[]): Page {
  const page = new Page();
  page.apply({ type: 4, data: { href: 'https://a.test/', width: 8, height: 6 }, timestamp: 1 });
  const node = { id: 1, type: 0, childNodes: [element(2, 'html', children)] };
  page.apply({ type: 2, data: { node, initialOffset: { top: 0, left: 0 } }, timestamp: 1 });
  return page;
}
const tell = (page: Page, data: unknown, timestamp = 2) => page.apply({ type: 3, data, timestamp });
const mutate = (page: Page, change: object) =>
  tell(page, { source: 0, adds: [], removes: [], texts: [], attributes: [], ...change });
const snapshotOf = (page: Page) =>
  (keyframeOf(page, 9)?.[1]?.data as { node: SerializedNode }).node;

describe('a page folds whatever a recording holds', () => {
  it('ten thousand levels deep: loaded, written, described and dropped', () => {
    let node = element(20_000, 'button');
    for (let id = 19_999; id > 10_000; id--) node = element(id, 'div', [node]);
    const page = pageWith(node);
    expect(describeTarget(page, 20_000)?.tag).toBe('button');
    let depth = 0;
    for (let at: SerializedNode | undefined = snapshotOf(page); at; at = at.childNodes?.[0])
      depth += 1;
    expect(depth).toBe(10_002);
    mutate(page, { removes: [{ parentId: 2, id: 10_001 }] });
    expect(page.tree.size).toBe(2);
  });

  it('more nodes than it keeps, even if all have one id', () => {
    const page = new Page(1000);
    const many = Array.from({ length: 5000 }, () => element(7));
    page.apply({ type: 2, data: { node: { id: 1, type: 0, childNodes: many } }, timestamp: 1 });
    expect(page.tree.size).toBe(1000);
    expect(page.tree.problem).toMatch(/^A page in this recording has more than 1,000 nodes/);
    const small = { id: 1, type: 0, childNodes: [element(2)] };
    page.apply({ type: 2, data: { node: small }, timestamp: 2 });
    expect(page.tree.problem).toBeUndefined();
  });

  it('a million nodes, of which it says that they are too many', () => {
    const page = new Page();
    const many = Array.from({ length: 1_000_001 }, (_, id) => element(id + 2));
    page.apply({ type: 2, data: { node: { id: 1, type: 0, childNodes: many } }, timestamp: 1 });
    expect(page.tree.problem).toMatch(/more than 1,000,000 nodes/);
    const fewer = { id: 1, type: 0, childNodes: many.slice(0, 300_000) };
    page.apply({ type: 2, data: { node: fewer }, timestamp: 2 });
    expect([page.tree.size, page.tree.problem]).toEqual([300_001, undefined]);
  });

  it('an attribute of 50 million characters', () => {
    const page = pageWith(element(5));
    mutate(page, { attributes: [{ id: 5, attributes: { title: 'x'.repeat(50_000_000) } }] });
    const html = snapshotOf(page).childNodes?.[0];
    expect(String(html?.childNodes?.[0]?.attributes?.['title'])).toHaveLength(50_000_000);
  });

  it('ids that collide and parents in a circle', () => {
    const page = pageWith(element(5, 'div', [element(6), element(6, 'p')]), element(5, 'ul'));
    const add = (parentId: number, node: SerializedNode) => ({ parentId, nextId: null, node });
    mutate(page, {
      adds: [add(6, element(5, 'ul')), add(5, element(6, 'p')), add(6, element(6, 'p'))],
    });
    mutate(page, {
      adds: [add(71, element(70)), add(70, element(71)), add(2, element(2, 'html'))],
    });
    mutate(page, { adds: [add(5, element(1)), add(6, element(1)), add(5, { id: 1, type: 0 })] });
    mutate(page, { removes: [5, 6, 5, 6].map((id) => ({ parentId: 2, id })) });
    expect(page.tree.get(1)).toBe(page.tree.root);
    expect(keyframeOf(page, 9)).toHaveLength(2);
  });

  it('nodes where a browser takes none', () => {
    const text = { id: 6, type: 3, textContent: 'x' };
    const page = pageWith(element(5, 'p', [text]));
    const add = (parentId: number, node: SerializedNode) => ({ parentId, nextId: null, node });
    const document = { id: 80, type: 0, childNodes: [element(81, 'html')] };
    mutate(page, { adds: [add(6, element(7)), add(1, { ...text, id: 8 }), add(5, document)] });
    expect([7, 8, 80, 81].map((id) => page.tree.get(id))).toEqual(Array(4).fill(undefined));
  });

  it('times that run backwards', () => {
    const page = pageWith(element(5, 'video'));
    tell(page, { source: 7, type: 0, id: 5, currentTime: 3 }, 9000);
    tell(page, { source: 3, id: 5, x: 0, y: 4 }, 10);
    const [, snapshot] = keyframeOf(page, 20) ?? [];
    expect(JSON.stringify(snapshot)).toContain('"rr_mediaCurrentTime":3,');
  });

  it('events that are not what their type says', () => {
    const page = pageWith(element(5), element(6, 'style'), element(7, 'select'));
    const odd = [undefined, null, 0, 'x', [], {}, [null], [{}], { id: 5 }, { id: '5', node: null }];
    const fields =
      'id adds removes texts attributes ranges styleIds styles index set remove replace'
        .split(' ')
        .concat(
          'text x y width height commands define fontSource family positions type styleId node',
        );
    for (const type of [0, 2, 3, 4, 5, 6, 99])
      for (const data of odd) page.apply({ type, data, timestamp: 3 } as RecordedEvent);
    for (let source = -1; source < 18; source += 1)
      for (const value of odd) {
        for (const field of fields) tell(page, { source, id: 6, styleId: 1, [field]: value });
        tell(
          page,
          Object.fromEntries([['source', source], ...fields.map((name) => [name, value])]),
        );
      }
    expect(keyframeOf(page, 9)?.length).toBeGreaterThan(1);
    expect(page.focused).toBeUndefined();
  });

  it('a name that objects take for their own', () => {
    const page = pageWith(element(5));
    const attributes = JSON.parse('{"__proto__":"x","constructor":"y"}');
    mutate(page, { attributes: [{ id: 5, attributes }] });
    mutate(page, {
      attributes: [{ id: 5, attributes: { style: JSON.parse('{"__proto__":"x"}') } }],
    });
    expect(JSON.stringify(snapshotOf(page))).toContain('"constructor":"y"');
  });
});
