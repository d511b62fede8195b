import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { at, sketchSanitizer } from './sketch-sanitizer.ts';

const secret = fc.string({
  unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'),
  minLength: 14,
  maxLength: 24,
});
const planted = fc.constantFrom(
  '@@',
  'to @@ now',
  '@@@mail.example',
  'https://desk.example/@@?@@=@@#/@@',
  '/@@/@@?tab=@@#@@',
  'javascript:@@',
  'data:text/html,@@',
  '.@@#@@[data-state="@@"]{color:@@;--@@:@@;content:"@@";background:url(@@);font-family:"@@"}',
  '@media @@{@@{grid-template-areas:"@@"}} @keyframes @@{from{top:0}}',
  '/* @@ */ @import "@@"; @font-face{font-family:@@}',
  'color:red;animation:@@;top:calc(@@)',
  '#@@',
  'btn-@@ @@_x',
  'url(#@@)',
  'M1 1@@',
  '<p title="@@">@@</p>',
);
const names = fc.constantFrom(
  ...'class id name for style title alt aria-label aria-labelledby placeholder value href src srcset srcdoc data-state data-@@ onclick content d fill transform viewBox points role type lang rr_width rr_dataURL rr_src _cssText selected media aria-valuenow width xlink:href @@'.split(
    ' ',
  ),
);
const tags = fc.constantFrom(
  ...'div p a button input textarea select option style link meta img iframe td h1 script noscript title svg path use my-@@ @@'.split(
    ' ',
  ),
);

interface Drawn {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Drawn | string)[];
}
const element = fc.letrec<{ node: Drawn }>((tie) => ({
  node: fc.record({
    tag: tags,
    attributes: fc.dictionary(names, planted, { maxKeys: 6 }),
    children: fc.array(fc.oneof({ depthSize: 'small' }, planted, tie('node')), { maxLength: 4 }),
  }),
})).node;

function serialize(drawn: Drawn | string, next: { id: number }): Record<string, unknown> {
  const id = next.id++;
  if (typeof drawn === 'string') return { id, type: 3, textContent: drawn, '@@': '@@' };
  return {
    id,
    type: 2,
    tagName: drawn.tag,
    attributes: drawn.attributes,
    childNodes: drawn.children.map((child) => serialize(child, next)),
    '@@': '@@',
  };
}

const body = fc.array(element, { maxLength: 4 });
const eventsOf = (drawn: readonly Drawn[], text: string): unknown[] => {
  const next = { id: 2 };
  const first = drawn.map((each) => serialize(each, next));
  const adds = drawn.map((each) => ({ parentId: 1, nextId: null, node: serialize(each, next) }));
  const ids = Array.from({ length: next.id }, (_, id) => id);
  const data = [
    { source: 0, adds, removes: [], texts: [], attributes: [] },
    {
      source: 0,
      adds: [],
      removes: [{ parentId: 1, id: text }],
      texts: ids.map((id) => ({ id, value: text })),
      attributes: ids.map((id) => ({
        id,
        attributes: { ...drawn[0]?.attributes, style: { '@@': text, color: text } },
      })),
    },
    ...ids.map((id) => ({ source: 5, id, text, isChecked: false, '@@': text })),
    { source: 8, id: 2, adds: [{ rule: text, index: text }], replace: text },
    { source: 13, id: 2, index: [0], set: { property: text, value: text, priority: text } },
    { source: 15, id: 2, styleIds: [1, text], styles: [{ styleId: 1, rules: [{ rule: text }] }] },
    { source: 16, define: { name: text } },
    { source: 10, family: text, fontSource: text },
    { source: 2, type: 2, id: 2, x: text, y: text },
  ];
  return [
    { type: 4, data: { href: `https://desk.example/${text}`, width: 1, height: 1, title: text } },
    {
      type: 2,
      data: { node: { id: 1, type: 0, childNodes: first, compatMode: text }, initialOffset: text },
    },
    ...data.map((each) => ({ type: 3, data: each })),
    ...['navigation', 'keystrokes', 'text-input', 'target', 'dialog', text].map((name) => ({
      type: 6,
      data: {
        plugin: `tasktape/${name}@1`,
        payload: {
          cause: 'push',
          href: text,
          title: text,
          phase: 'down',
          node: 2,
          fidelity: 'text',
          key: text,
          text,
          class: 'letter',
          modifiers: 0,
          inputType: text,
          dialog: 'alert',
          message: text,
          box: { x: 0, y: 0, width: 1, height: 1 },
          name: text,
        },
      },
    })),
    { type: 5, data: { tag: text, payload: text } },
  ].map((event) => ({ ...event, timestamp: at }));
};

test('a secret planted anywhere survives nowhere, not in pieces of six characters either', () => {
  const fidelity = fc.constantFrom('class' as const, 'none' as const);
  fc.assert(
    fc.property(body, planted, secret, fidelity, (drawn, text, hidden, told) => {
      const sanitizer = sketchSanitizer({ page: { fidelityOf: () => told } });
      const raw = JSON.stringify(eventsOf(drawn, text)).replaceAll('@@', hidden);
      const out = JSON.stringify(
        (JSON.parse(raw) as RecordedEvent[]).map((event) => sanitizer.clean(event)),
      );
      for (let i = 0; i + 6 <= hidden.length; i++)
        expect(out.toLowerCase()).not.toContain(hidden.slice(i, i + 6).toLowerCase());
    }),
    { numRuns: 200 },
  );
});

test('whatever comes in, it never throws, and what comes out can be written down', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1, max: 9 }),
      fc.integer({ min: -1, max: 17 }),
      fc.object({
        key: fc.constantFrom(
          ...'id node childNodes adds attributes texts removes positions ranges styles rule payload plugin'.split(
            ' ',
          ),
        ),
        maxDepth: 4,
      }),
      fc.anything(),
      (type, source, data, other) => {
        const sanitizer = sketchSanitizer();
        const event = { type, data: { ...data, source }, timestamp: at };
        for (const each of [event, { ...event, data: other }, other as RecordedEvent]) {
          const told = sanitizer.clean(each);
          expect(JSON.stringify(told ?? null)).toBeTypeOf('string');
        }
      },
    ),
  );
});

test('nodes keep their ids and their places', () => {
  const shape = (node: Record<string, unknown>): unknown => [
    node['id'],
    node['type'],
    ((node['childNodes'] as Record<string, unknown>[] | undefined) ?? []).map(shape),
  ];
  fc.assert(
    fc.property(body, (drawn) => {
      const next = { id: 2 };
      const node = { id: 1, type: 0, childNodes: drawn.map((each) => serialize(each, next)) };
      const told = sketchSanitizer().clean({ type: 2, data: { node }, timestamp: at });
      expect(shape((told?.data as { node: Record<string, unknown> }).node)).toEqual(shape(node));
    }),
  );
});
