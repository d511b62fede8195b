import { expect, it } from 'vitest';
import { checkEvent } from './check-event.ts';

const mutation = (parts: object) => ({
  type: 3,
  timestamp: 1,
  data: { source: 0, adds: [], removes: [], texts: [], attributes: [], ...parts },
});
const snapshot = (node: unknown) => ({ type: 2, timestamp: 1, data: { node } });

it.each([
  [null, 'not an object'],
  [[], 'not an object'],
  [{ timestamp: 1 }, 'type is missing'],
  [{ type: '4', timestamp: 1 }, 'type is missing'],
  [{ type: 4 }, 'timestamp is missing'],
  [{ type: 4, timestamp: -1 }, 'timestamp is missing'],
  [{ type: 4, timestamp: 1e20 }, 'timestamp is missing'],
  [{ type: 4, timestamp: 1, data: { href: 'x' } }, 'no viewport size'],
  [{ type: 4, timestamp: 1, data: { width: 1, height: 1 } }, 'no address'],
  [{ type: 2, timestamp: 1 }, 'data is missing'],
  [snapshot(undefined), 'document is missing'],
  [
    snapshot({ id: 1, type: 2, tagName: 'p', attributes: {}, childNodes: [] }),
    'not begin with a document',
  ],
  [snapshot({ id: 1, type: 0 }), 'no childNodes'],
  [snapshot({ id: 1, type: 0, childNodes: [{ id: 2, type: 9 }] }), 'Node 2 of it has a type'],
  [snapshot({ id: 1, type: 0, childNodes: [{ id: 2, type: 2 }] }), 'Node 2 of it has no tagName'],
  [
    snapshot({ id: 1, type: 0, childNodes: [{ type: 3, textContent: '' }] }),
    'Node 2 of it has no id',
  ],
  [mutation({ adds: undefined }), 'adds name no parents'],
  [mutation({ removes: [{}] }), 'removes are not a list of ids'],
  [mutation({ adds: [{ parentId: 1, nextId: null, node: {} }] }), 'Its node has no id'],
  [{ type: 3, timestamp: 1, data: { source: 5, id: 1 } }, 'no data.text'],
  [{ type: 3, timestamp: 1, data: { source: 3, id: 1 } }, 'lacks the number data.x, data.y'],
  [{ type: 3, timestamp: 1, data: { source: 1, positions: [] } }, 'positions are missing'],
  [{ type: 3, timestamp: 1, data: { source: 1 } }, 'positions are missing'],
  [{ type: 3, timestamp: 1, data: {} }, 'data.source is missing'],
  [
    { type: 6, timestamp: 1, data: { plugin: 'tasktape/keystrokes@1', payload: {} } },
    'not that of tasktape',
  ],
])('refuses %j', (event, reason) => {
  expect(checkEvent(event)).toContain(reason);
});

it.each([
  { type: 0, timestamp: 1, data: {} },
  { type: 8, timestamp: 1, data: { type: 'caption', text: 'x' } },
  { type: 42, timestamp: 1.5, data: null },
  { type: 3, timestamp: 1, data: { source: 99, anything: true } },
  { type: 6, timestamp: 1, data: { plugin: 'other/plugin@2', payload: [1] } },
  { type: 3, timestamp: 1, data: { source: 2, type: 5, id: 3 } },
])('accepts %j', (event) => {
  expect(checkEvent(event)).toBeUndefined();
});
