import { expect, test } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { HeldBackEvents } from './held-back-events.ts';

const far = 'https://shop.example/x';
const change = (data: object): RecordedEvent => ({ type: 3, timestamp: 5, data });
const mutation = { source: 0, adds: [], removes: [], texts: [], attributes: [] };
const element = (
  id: number,
  tagName: string,
  attributes: object = {},
  ...childNodes: object[]
) => ({
  id,
  type: 2,
  tagName,
  attributes,
  childNodes,
});
const copied = (...events: RecordedEvent[]): string =>
  JSON.stringify(new HeldBackEvents().copy(events));
const added = (node: object) =>
  change({ ...mutation, adds: [{ parentId: 1, nextId: null, node }] });

test.each([
  ['put in', { source: 8, id: 2, adds: [{ rule: `a{b:url(${far})}`, index: 0 }] }],
  ['replaced', { source: 8, styleId: 2, replaceSync: `a{b:url(${far})}` }],
  [
    'adopted',
    {
      source: 15,
      id: 1,
      styleIds: [2],
      styles: [{ styleId: 2, rules: [{ rule: `a{b:url(${far})}` }] }],
    },
  ],
  [
    'declared',
    { source: 13, id: 2, index: [0], set: { property: 'cursor', value: `url(${far})` } },
  ],
  ['of letters', { source: 10, family: 'F', fontSource: `url(${far})`, buffer: false }],
  [
    'set one by one',
    {
      ...mutation,
      attributes: [{ id: 2, attributes: { style: { cursor: [`url(${far})`, 'important'] } } }],
    },
  ],
])('addresses in styles %s are held back', (_how, data) =>
  expect(copied(change(data))).not.toContain(far),
);

test('a sheet whose text changes later is read again', () => {
  const style = element(2, 'style', {}, { id: 3, type: 3, textContent: 'a{}' });
  const texts = [{ id: 3, value: `a{b:url(${far})}` }];
  expect(copied(added(style), change({ ...mutation, texts }))).not.toContain(far);
  expect(copied(change({ ...mutation, texts }))).toContain(far);
});

test.each([
  ['a handler', element(2, 'img', { onerror: 'x()' }), 'onerror'],
  ['a drawing that can’t be read', { ...element(2, 'path', { d: 'NaN' }), isSVG: true }, 'd'],
  [
    'a policy of the page',
    element(2, 'meta', { 'http-equiv': 'Content-Security-Policy' }),
    'http-equiv',
  ],
  ['a link', element(2, 'link', { href: far }), 'href'],
  ['a page in an attribute', element(2, 'iframe', { srcdoc: far }), 'srcdoc'],
])('%s stands beside itself', (_what, node, name) => {
  const told = (node.attributes as Record<string, unknown>)[name];
  const held = JSON.parse(copied(added(node)))[0].data.adds[0].node.attributes;
  expect(held[`tasktape-${name}`]).toBe(told);
  expect(held[name]).not.toBe(told);
});

test('a plug-in keeps its room', () => {
  expect(copied(added(element(2, 'embed', { src: far, type: 'x/y', width: '9' })))).toContain(
    '"tagName":"object"',
  );
});
