/** Recordings that are too much of something, or in which what names something names nothing:
 * made by hand, each small to describe and hard to bear. */
import type { RecordedEvent } from '#dom/rrweb-events.ts';

type Event = RecordedEvent & { readonly data: object };

interface Node {
  readonly type: number;
  readonly id: number;
  readonly childNodes?: Node[];
}

export const firstAt = 1_700_000_000_000;
export const body = 5;
const inHead = 8;

const element = (id: number, tagName: string, childNodes: Node[] = [], attributes: object = {}) =>
  ({ type: 2, id, tagName, attributes, childNodes }) as Node;
const text = (id: number, textContent: string) => ({ type: 3, id, textContent }) as Node;

/** A page with `inside` in its body, and what happens on it, a tenth of a second apart. */
export function recordingOf(inside: Node[], changes: readonly object[] = []): Event[] {
  const style = element(inHead, 'style', [], { _cssText: 'a { color: red }' });
  const html = element(2, 'html', [element(3, 'head', [style]), element(body, 'body', inside)]);
  const node = { type: 0, id: 1, childNodes: [html] };
  const size = { width: 800, height: 600 };
  return [
    { type: 4, timestamp: firstAt, data: { href: 'https://giant.example/', ...size } },
    { type: 2, timestamp: firstAt + 1, data: { node, initialOffset: { top: 0, left: 0 } } },
    ...changes.map((data, index) => ({ type: 3, timestamp: firstAt + 100 * (index + 1), data })),
    // Long enough after to be worth a keyframe.
    ...[40_000, 80_000].map((at) => ({
      type: 3,
      timestamp: firstAt + 100 * changes.length + at,
      data: { source: 3, id: 1, x: 0, y: 1 },
    })),
  ];
}

const mutation = (more: object) => ({
  source: 0,
  texts: [],
  attributes: [],
  removes: [],
  adds: [],
  ...more,
});
const add = (parentId: number, node: Node) => ({ parentId, nextId: null, node });

const span = (count: number) => Array.from({ length: count }, (_, index) => index);

function deep(levels: number): Node {
  let node = text(100 + levels, 'x');
  for (let id = 99 + levels; id >= 100; id -= 1) node = element(id, 'div', [node]);
  return node;
}

/** By name; the larger ones are made only when they are asked for. */
export const giants: Readonly<Record<string, () => Event[]>> = {
  'a million nodes': () => recordingOf(span(1_000_000).map((id) => element(100 + id, 'p'))),
  '200,000 nodes by one mutation': () =>
    recordingOf(
      [],
      [mutation({ adds: span(200_000).map((id) => add(body, element(100 + id, 'p'))) })],
    ),
  'a page 10,000 levels deep': () => recordingOf([deep(10_000)]),
  'levels added one by one, 10,000 deep': () =>
    recordingOf(
      [],
      [
        mutation({
          adds: span(10_000).map((id) => add(id === 0 ? body : 99 + id, element(100 + id, 'div'))),
        }),
      ],
    ),
  'the same, innermost first': () =>
    recordingOf(
      [],
      [
        mutation({
          adds: span(10_000)
            .reverse()
            .map((id) => add(id === 0 ? body : 99 + id, element(100 + id, 'div'))),
        }),
      ],
    ),
  'an attribute of 50 MB': () =>
    recordingOf([element(100, 'img', [], { src: `data:,${'x'.repeat(50_000_000)}` })]),
  'an event of 30 MB': () =>
    recordingOf([text(100, '')], [mutation({ texts: [{ id: 100, value: 'y'.repeat(30e6) }] })]),
  '100,000 style rules in one sheet': () =>
    recordingOf(
      [],
      [
        mutation({
          attributes: [
            {
              id: inHead,
              attributes: {
                _cssText: span(100_000)
                  .map((n) => `.a${n}{top:0}`)
                  .join(''),
              },
            },
          ],
        }),
      ],
    ),
  '100,000 style rules put in by script': () =>
    recordingOf(
      [],
      [
        {
          source: 8,
          id: inHead,
          adds: span(100_000).map((n) => ({ rule: `.a${n}{top:0}`, index: n })),
        },
      ],
    ),
  'rules put in where there are none': () =>
    recordingOf(
      [],
      [
        { source: 8, id: inHead, adds: [{ rule: 'a{}', index: 2 ** 31 }] },
        { source: 8, id: inHead, adds: [{ rule: 'a{}', index: [2 ** 31, 2 ** 31, 7] }] },
        { source: 8, id: inHead, removes: [{ index: 2 ** 31 }, { index: -1 }] },
        { source: 8, id: inHead, adds: [{ rule: 'a{}', index: span(20_000) }] },
      ],
    ),
  'ids that collide in a snapshot': () =>
    recordingOf(span(1000).map((n) => element(100 + (n % 3), 'p', [element(body, 'body')]))),
  'ids that collide in mutations': () =>
    recordingOf(
      [element(100, 'p')],
      [
        mutation({ adds: span(1000).map(() => add(body, element(100, 'p'))) }),
        mutation({ adds: [add(100, element(body, 'body')), add(100, element(1, 'p'))] }),
      ],
    ),
  'parents that are each other’s children': () =>
    recordingOf(
      [],
      [
        mutation({ adds: [add(101, element(100, 'p')), add(100, element(101, 'p'))] }),
        mutation({
          adds: [
            { ...add(body, element(102, 'p')), nextId: 103 },
            { ...add(body, element(103, 'p')), nextId: 102 },
          ],
        }),
      ],
    ),
  'a node added under itself': () =>
    recordingOf(
      [element(100, 'p', [element(101, 'p')])],
      [
        mutation({ adds: [add(100, element(100, 'p'))] }),
        mutation({ adds: [add(101, element(100, 'p'))] }),
        mutation({ adds: [add(body, element(2, 'html'))] }),
        mutation({
          removes: [
            { parentId: 1, id: 1 },
            { parentId: 2, id: body },
          ],
        }),
      ],
    ),
  'time that runs backwards': () =>
    recordingOf(
      [text(100, 'x')],
      span(2000).map((n) => ({ source: 3, id: 1, x: 0, y: n })),
    ).map((event, index, { length }) =>
      index < 2 ? event : { ...event, timestamp: firstAt + 100 * (length - index) },
    ),
  'time that jumps a thousand years': () =>
    recordingOf(
      [text(100, 'x')],
      span(10).map((n) => ({ source: 3, id: 1, x: 0, y: n })),
    ).map((event, index) => ({ ...event, timestamp: event.timestamp + (index > 5 ? 3e13 : 0) })),
  'frames in frames, 1,000 deep': () =>
    recordingOf(
      [element(100, 'iframe')],
      [
        ...span(1000).map((n) =>
          mutation({
            isAttachIframe: true,
            adds: [
              add(100 + 10 * n, {
                type: 0,
                id: 101 + 10 * n,
                childNodes: [element(102 + 10 * n, 'html', [element(110 + 10 * n, 'iframe')])],
              }),
            ],
          }),
        ),
      ],
    ),
  'numbers that are none': () =>
    recordingOf(
      [text(100, 'x')],
      [
        { source: 3, id: 1, x: 1e308, y: -1e308 },
        { source: 4, width: 1e308, height: -5 },
        { source: 4, width: 4e9, height: 4e9 },
        { source: 1, positions: [{ x: 0, y: 0, id: -1, timeOffset: -1e15 }] },
        { source: 2, type: 2, id: 2 ** 53, x: 1e308, y: 1e308 },
        { source: 5, id: -7, text: 'x', isChecked: false },
        { source: 15, id: 1, styleIds: [1e9], styles: [] },
        { source: 13, id: inHead, index: [5], set: { property: 'top', value: null } },
      ],
    ),
};
