/** A recording of 8 s in one search field, drawn by hand: the least that replays and has actions. */
import { EventType, IncrementalSource, MouseInteractions, NodeType } from '@rrweb/types';

const start = 1_700_000_000_000;
const input = {
  type: NodeType.Element,
  id: 5,
  tagName: 'input',
  attributes: { type: 'search', 'aria-label': 'Search orders', id: 'search' },
  childNodes: [],
};
const node = (tagName: string, id: number, childNodes: object[]) => ({
  type: NodeType.Element,
  id,
  tagName,
  attributes: {},
  childNodes,
});

const at = (ms: number, event: object) => ({ ...event, timestamp: start + ms });
const changed = (ms: number, data: object) => at(ms, { type: EventType.IncrementalSnapshot, data });
const mouse = (ms: number, type: MouseInteractions) =>
  changed(ms, { source: IncrementalSource.MouseInteraction, type, id: 5, x: 40, y: 20 });

/** `words` are typed letter by letter; two recordings with other words are not the same file. */
export function smallRecording(words = 'A-1042', msPerLetter = 150): readonly object[] {
  return [
    at(0, {
      type: EventType.Meta,
      data: { href: 'https://desk.example.com/orders', width: 1280, height: 800 },
    }),
    at(10, {
      type: EventType.FullSnapshot,
      data: {
        node: {
          type: NodeType.Document,
          id: 1,
          childNodes: [node('html', 2, [node('head', 3, []), node('body', 4, [input])])],
        },
        initialOffset: { left: 0, top: 0 },
      },
    }),
    mouse(1_000, MouseInteractions.MouseDown),
    mouse(1_040, MouseInteractions.Focus),
    mouse(1_080, MouseInteractions.MouseUp),
    mouse(1_081, MouseInteractions.Click),
    ...[...words].map((_, index) =>
      changed(2_000 + index * msPerLetter, {
        source: IncrementalSource.Input,
        id: 5,
        text: words.slice(0, index + 1),
        isChecked: false,
        userTriggered: true,
      }),
    ),
    mouse(Math.max(8_000, 3_000 + words.length * msPerLetter), MouseInteractions.Blur),
  ];
}
