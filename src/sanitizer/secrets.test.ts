import { expect, test } from 'vitest';
import type { FieldFidelity } from '#core/field-fidelity.ts';
import * as plugins from '#core/plugin-events.ts';
import type { Drawn } from '#dom/sketch-document.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import {
  firstInBody as field,
  incremental,
  nodeIn,
  pluginEvent,
  sketchSanitizer,
  snapshotOf,
} from './sketch-sanitizer.ts';

const mutation = (parts: Readonly<Record<string, unknown>>) =>
  incremental('mutation', { adds: [], removes: [], texts: [], attributes: [], ...parts });

/** Everything that a page and our trackers may emit while somebody types into the field. */
function typing(text: string): RecordedEvent[] {
  return [...text].flatMap((key, i) => [
    pluginEvent(plugins.keystrokesPlugin, {
      phase: 'down',
      node: field,
      fidelity: 'text',
      key,
      class: 'letter',
      modifiers: 0,
    }),
    pluginEvent(plugins.textInputPlugin, {
      node: field,
      cause: 'paste',
      inputType: 'insertText',
      fidelity: 'text',
      text: key,
      length: 1,
    }),
    pluginEvent(plugins.clipboardPlugin, { act: 'copy', node: field, length: i }),
    incremental('input', { id: field, text: text.slice(0, i + 1), isChecked: false }),
    incremental('scroll', { id: field, x: i, y: 0 }),
    incremental('selection', {
      ranges: [{ start: field, startOffset: 0, end: field, endOffset: i + 1 }],
    }),
    incremental('selection', { ranges: [{ start: 6, startOffset: i, end: 6, endOffset: i }] }),
    mutation({
      attributes: [
        {
          id: field,
          attributes: {
            style: `height:${i}px`,
            'aria-valuetext': key,
            class: `l${i}`,
            value: text,
          },
        },
      ],
    }),
    mutation({ attributes: [{ id: field, attributes: { style: { height: `${i}px` } } }] }),
    mutation({ texts: [{ id: field + 1, value: text.slice(0, i + 1) }] }),
    mutation({
      adds: [{ parentId: field, nextId: null, node: { id: 100 + i, type: 3, textContent: key } }],
    }),
    mutation({ removes: i === 0 ? [] : [{ parentId: field, id: 99 + i }] }),
  ]);
}

const visit = (drawn: Drawn, text: string, fidelity: FieldFidelity) => {
  const sanitizer = sketchSanitizer({ page: { fidelityOf: () => fidelity } });
  const told = [
    snapshotOf(drawn),
    pluginEvent(plugins.fieldPlugin, { node: field, fidelity: 'text' }),
    incremental('mouseInteraction', { type: 5, id: field }),
    ...typing(text),
    incremental('mouseInteraction', { type: 6, id: field }),
  ].map((event) => sanitizer.clean(event));
  return { told: told.filter((event) => event !== undefined), dropped: sanitizer.dropped };
};

test.each<[string, (text: string) => Drawn, FieldFidelity]>([
  ['a password', (value) => ['input', { type: 'password', value }], 'text'],
  ['a hidden input', (value) => ['input', { type: 'hidden', value }], 'text'],
  ['a file', (value) => ['input', { type: 'file', value }], 'text'],
  [
    'a password shown as text',
    (value) => ['input', { type: 'text', 'data-rr-is-password': '', value }],
    'text',
  ],
  ['a card number', (value) => ['input', { autocomplete: 'billing cc-number', value }], 'text'],
  ['a one-time code', (value) => ['input', { autocomplete: 'one-time-code', value }], 'text'],
  [
    'an input that the policy refuses',
    (value) => ['input', { value, style: `width:${value.length}ch` }],
    'none',
  ],
  ['a textarea that the policy refuses', (value) => ['textarea', { value }, value], 'none'],
  [
    'an editable region that the policy refuses',
    (value) => ['div', { contenteditable: 'true' }, value],
    'none',
  ],
])('what is typed into %s leaves no trace, whatever its length and rhythm', (_, draw, fidelity) => {
  const one = visit(draw('a'), 'kX9vQ2mZ', fidelity);
  const other = visit(draw('another one'), 'p', fidelity);
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  expect(one.told).toHaveLength(4);
  expect(JSON.stringify(one)).toContain('••••••');
});

test('a refused choice tells neither its value nor which option is chosen', () => {
  const sanitizer = sketchSanitizer({ page: { fidelityOf: () => 'none' } });
  const event = sanitizer.clean(
    snapshotOf([
      'select',
      { value: 'open' },
      ['option', { value: 'open', selected: true }, 'Open'],
    ]),
  );
  expect(nodeIn(event, field)?.attributes).toEqual({});
  expect(nodeIn(event, field + 1)?.attributes).toEqual({ value: 'open' });
  const chosen = [{ id: field + 1, attributes: { selected: true } }];
  expect(sanitizer.clean(mutation({ attributes: chosen }))).toBeUndefined();
  expect(
    sanitizer.clean(incremental('input', { id: field, text: 'open', isChecked: false })),
  ).toBeUndefined();
});

test('a secret stays one after the page shows it as text, and in the next snapshot', () => {
  let fidelity: FieldFidelity = 'none';
  const sanitizer = sketchSanitizer({ page: { fidelityOf: () => fidelity } });
  sanitizer.clean(snapshotOf(['input', { type: 'password' }]));
  fidelity = 'text';
  expect(
    sanitizer.clean(mutation({ attributes: [{ id: field, attributes: { type: 'text' } }] })),
  ).toBeUndefined();
  expect(
    sanitizer.clean(incremental('input', { id: field, text: 'kX9vQ2mZ', isChecked: false })),
  ).toBeUndefined();
  const again = sanitizer.clean(snapshotOf(['input', { type: 'text', value: 'kX9vQ2mZ' }]));
  expect(nodeIn(again, field)?.attributes?.['value']).toBe('••••••');
});

test('a field that turns into a password is one from then on', () => {
  const sanitizer = sketchSanitizer({ page: { fidelityOf: () => 'text' } });
  sanitizer.clean(snapshotOf(['input', { type: 'text' }]));
  sanitizer.clean(mutation({ attributes: [{ id: field, attributes: { type: 'password' } }] }));
  expect(
    sanitizer.clean(incremental('input', { id: field, text: 'kX9vQ2mZ', isChecked: false })),
  ).toBeUndefined();
});

test('acts inside a refused region are told of the region', () => {
  const sanitizer = sketchSanitizer({ page: { fidelityOf: () => 'none' } });
  sanitizer.clean(snapshotOf(['div', { contenteditable: '' }, ['p', {}, 'kX9vQ2mZ']]));
  const click = incremental('mouseInteraction', { type: 2, id: field + 2, x: 1, y: 1 });
  expect(sanitizer.clean(click)?.data).toMatchObject({ id: field });
  const target = { node: field + 1, box: { x: 0, y: 0, width: 1, height: 1 } };
  expect(sanitizer.clean(pluginEvent(plugins.targetPlugin, target))).toBeUndefined();
});
