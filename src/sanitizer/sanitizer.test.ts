import { expect, test } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import {
  at,
  firstInBody as first,
  incremental,
  nodeIn,
  sketchSanitizer,
  snapshotOf,
} from './sketch-sanitizer.ts';

const meta = (href: string): RecordedEvent => ({
  type: 4,
  data: { href, width: 800, height: 600 },
  timestamp: at,
});
const change = (parts: Readonly<Record<string, unknown>>) =>
  incremental('mutation', { adds: [], removes: [], texts: [], attributes: [], ...parts });

test('what is not known is dropped and counted', () => {
  const sanitizer = sketchSanitizer();
  const unknown: RecordedEvent[] = [
    { type: 5, data: { tag: 'jane', payload: 'jane' }, timestamp: at },
    { type: 7, data: { url: 'jane' }, timestamp: at },
    { type: 8, data: { type: 'caption', text: 'jane' }, timestamp: at },
    { type: 99, data: {}, timestamp: at },
    { type: 4, data: null, timestamp: at },
    { type: 0, data: {}, timestamp: Number.NaN },
  ];
  expect(unknown.map((event) => sanitizer.clean(event))).toEqual(unknown.map(() => undefined));
  expect(sanitizer.dropped).toBe(unknown.length);
});

test.each(['canvasMutation', 'font', 'log'] as const)('events of %s are dropped', (source) => {
  expect(sketchSanitizer().clean(incremental(source, { id: 1, family: 'jane' }))).toBeUndefined();
});

test('a failure drops the event, counts it and goes no further', () => {
  const fail = () => {
    throw new Error('detached');
  };
  const sanitizer = sketchSanitizer({ page: { fidelityOf: fail } });
  expect(sanitizer.clean(snapshotOf(['input', {}]))).toBeUndefined();
  expect(sanitizer.dropped).toBe(1);
});

test('off the list nothing is told until the page is back on it', () => {
  const sanitizer = sketchSanitizer();
  expect(sanitizer.clean(meta('https://evil.example/'))).toBeUndefined();
  expect(sanitizer.clean(snapshotOf())).toBeUndefined();
  expect(sanitizer.clean(meta('https://desk.example/list'))).toMatchObject({
    data: { href: 'https://desk.example/list', width: 800, height: 600 },
  });
  expect(sanitizer.clean(snapshotOf())).toBeDefined();
});

test('times are rounded down, those of single positions too', () => {
  const sanitizer = sketchSanitizer({ policy: { timeQuantumMs: 100 } });
  sanitizer.clean(snapshotOf());
  const positions = [{ x: 1.234, y: 2, id: 6, timeOffset: -30, jane: 1 }];
  expect(sanitizer.clean(incremental('mouseMove', { positions, jane: 1 }))).toEqual({
    type: 3,
    timestamp: at - 23,
    data: { source: 1, positions: [{ x: 1.23, y: 2, id: 6, timeOffset: -100 }] },
  });
});

test('text is kept where an interface speaks and in the parts that the policy names', () => {
  const sanitizer = sketchSanitizer({
    policy: { keepText: ['.help'] },
    page: { keepsText: (id) => id === first + 4 },
  });
  const event = sanitizer.clean(
    snapshotOf(
      ['button', {}, ['span', {}, 'Save']],
      ['p', {}],
      ['p', {}, 'Jane'],
      ['td', {}, 'Save'],
    ),
  );
  expect(nodeIn(event, 5)?.textContent).toBe('Tickets');
  expect(nodeIn(event, first + 2)?.textContent).toBe('Save');
  expect(nodeIn(event, first + 5)?.textContent).toBe('Jane');
  expect(nodeIn(event, first + 7)?.textContent).toMatch(/^Xxxxi?$/);
});

test('scripts, comments and unknown doctypes are blanked in their places', () => {
  const sanitizer = sketchSanitizer();
  const event = snapshotOf(['script', {}, 'jane'], ['noscript', {}, 'jane']);
  const { node } = event.data as { node: { childNodes: unknown[] } };
  node.childNodes.unshift({ id: 90, type: 1, name: 'jane', publicId: 'jane', systemId: 'jane' });
  node.childNodes.push({ id: 91, type: 5, textContent: 'jane' });
  const told = sanitizer.clean(event);
  expect(JSON.stringify(told)).not.toContain('jane');
  expect(nodeIn(told, 90)).toMatchObject({ type: 1, name: 'html' });
  expect(nodeIn(told, 91)).toEqual({ id: 91, type: 5, textContent: '' });
});

test('a blocked part is an empty box, and what happens in it leaves no trace', () => {
  const sanitizer = sketchSanitizer({
    policy: { block: ['.private'] },
    page: { isBlocked: (id) => id === first },
  });
  const box = ['div', { class: 'box', title: 'Save', rr_width: '9px' }, ['b', {}, 'Save']] as const;
  expect(nodeIn(sanitizer.clean(snapshotOf(box)), first)).toEqual({
    id: first,
    type: 2,
    tagName: 'div',
    attributes: { class: 'box', rr_width: '9px' },
    childNodes: [],
    needBlock: true,
  });
  const inside = { id: 50, type: 3, textContent: 'Save' };
  expect(
    sanitizer.clean(change({ adds: [{ parentId: first + 1, nextId: null, node: inside }] })),
  ).toBeUndefined();
  expect(sanitizer.clean(change({ texts: [{ id: first + 2, value: 'Open' }] }))).toBeUndefined();
  expect(
    sanitizer.clean(incremental('mouseInteraction', { type: 2, id: first + 1, x: 1, y: 1 })),
  ).toMatchObject({
    data: { id: first },
  });
});

test('a choice has the same code in its option and in the event that makes it', () => {
  const sanitizer = sketchSanitizer();
  const event = sanitizer.clean(
    snapshotOf(['select', {}, ['option', { value: 'jane' }, 'Jane'], ['option', {}, ' Roe ']]),
  );
  const choose = (text: string) =>
    sanitizer.clean(incremental('input', { id: first, text, isChecked: false }));
  expect(choose('jane')?.data).toMatchObject({
    text: nodeIn(event, first + 1)?.attributes?.['value'],
  });
  expect(choose('Roe')?.data).toMatchObject({
    text: nodeIn(event, first + 3)?.attributes?.['value'],
  });
});

test('an option that gets its text later gets its code with it', () => {
  const sanitizer = sketchSanitizer();
  sanitizer.clean(snapshotOf(['select', {}, ['option', {}]]));
  const text = { id: 50, type: 3, textContent: 'Jane' };
  const told = sanitizer.clean(
    change({ adds: [{ parentId: first + 1, nextId: null, node: text }] }),
  );
  const chosen = sanitizer.clean(
    incremental('input', { id: first, text: 'Jane', isChecked: false }),
  );
  const { text: code } = chosen?.data as { text: string };
  expect(told?.data).toMatchObject({
    attributes: [{ id: first + 1, attributes: { value: code } }],
  });
});

test('nodes are forgotten when they go, so nothing more is told of them', () => {
  const sanitizer = sketchSanitizer();
  sanitizer.clean(snapshotOf(['p', {}, 'one']));
  const gone = [{ parentId: 6, id: first }];
  expect(sanitizer.clean(change({ removes: gone }))?.data).toMatchObject({ removes: gone });
  expect(
    sanitizer.clean(change({ attributes: [{ id: first, attributes: { class: 'box' } }] })),
  ).toBeUndefined();
});
