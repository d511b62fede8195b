/** Replays by rrweb itself, always from a fresh start, and a print of what a page shows: the oracle
 * our own replays are held against. Runs in a browser. */
import { Replayer, type eventWithTime } from 'rrweb';
import type { RecordedEvent } from '#frame/recorded-event.ts';

export const fullSnapshot = 2;
export const incremental = 3;
export const meta = 4;
const scroll = 3;

/** Everything a person could see a difference in, one line per node. */
export function printPage(page: Document): string {
  const lines: string[] = [];
  const print = (node: Node, depth: number) => {
    const indent = ' '.repeat(depth);
    if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as HTMLInputElement;
      const attributes = [...new Set(element.getAttributeNames())]
        .map((name) => {
          const value = element.getAttribute(name) ?? '';
          return name === 'class' ? `class=${classesOf(value)}` : `${name}=${value}`;
        })
        // The adapter holds hints to connect back, rrweb does not.
        .filter((each) => each !== 'class=' && !/^(rel|http-equiv)=/.test(each))
        .sort();
      const field = ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.nodeName)
        ? [`value:${element.value}`, `checked:${element.checked}`]
        : [];
      const place = [element.scrollLeft, element.scrollTop].map(Math.round);
      const scrolled = place.some((each) => each !== 0) ? [`scroll:${place.join(',')}`] : [];
      lines.push(
        `${indent}<${[element.localName, ...attributes, ...field, ...scrolled].join(' ')}>`,
      );
      const isPlayersOwn = element.parentNode === page.documentElement;
      const { sheet } = node as HTMLStyleElement;
      if (element.localName === 'style' && !isPlayersOwn)
        lines.push(...[...(sheet?.cssRules ?? [])].map((rule) => `${indent} ${rule.cssText}`));
    } else if (node.nodeType === Node.TEXT_NODE) lines.push(`${indent}"${node.nodeValue}"`);
    else lines.push(`${indent}${node.nodeName}`);
    const { shadowRoot, contentDocument } = node as HTMLIFrameElement;
    // What is in a text area is its value; its text is only what it began with.
    if (node.nodeName !== 'TEXTAREA') for (const child of node.childNodes) print(child, depth + 1);
    if (shadowRoot) print(shadowRoot, depth + 1);
    if (contentDocument) print(contentDocument, depth + 1);
  };
  print(page, 0);
  return lines.join('\n');
}

/** Hovering is left out: it hangs on pointer events, which this test does not judge. */
const classesOf = (value: string) =>
  value
    .split(/\s+/)
    .filter((each) => each !== '' && each !== ':hover' && each !== 'rrweb-paused')
    .join(' ');

export const settled = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 5))),
  );

export const pageOf = (root: HTMLElement) => root.querySelector('iframe')!.contentDocument!;

export function freshRoot(): HTMLElement {
  const root = document.createElement('div');
  root.style.cssText = 'position: absolute; width: 1200px; height: 800px';
  document.body.append(root);
  return root;
}

/** Where rrweb must be sent so that it has both the address and the snapshot of the page at `at`. */
function settle(events: readonly RecordedEvent[], at: number): number {
  const first = events.find((event) => event.type === fullSnapshot)!;
  if (at <= first.timestamp) return first.timestamp + 1;
  const page = events.findLastIndex((event) => event.type === meta && event.timestamp <= at);
  const snapshot = events.find((event, index) => index > page && event.type === fullSnapshot);
  return page >= 0 && snapshot !== undefined && snapshot.timestamp >= at
    ? snapshot.timestamp + 1
    : at;
}

type Places = Map<number, { left: number; top: number }>;
type SerializedNode = Extract<RecordedEvent, { type: 2 }>['data']['node'];

function addPlaces(node: SerializedNode, places: Places): void {
  if ('attributes' in node) {
    const { rr_scrollLeft: left, rr_scrollTop: top } = node.attributes;
    if (left || top) places.set(node.id, { left: Number(left ?? 0), top: Number(top ?? 0) });
  }
  if ('childNodes' in node) for (const child of node.childNodes) addPlaces(child, places);
}

/** A copy without the scrolls in snapshots, which the replayer would let run smoothly. */
function copyOf(events: readonly RecordedEvent[]): eventWithTime[] {
  const still = (key: string, value: unknown) => (key.startsWith('rr_scroll') ? undefined : value);
  return JSON.parse(JSON.stringify(events, still));
}

function scrollAsRecorded(replayer: Replayer, events: readonly RecordedEvent[], at: number): void {
  const before = events.filter((event) => event.timestamp < at);
  const loaded = before.findLastIndex((event) => event.type === fullSnapshot);
  const places: Places = new Map();
  for (const event of before.slice(loaded)) {
    if (event.type === fullSnapshot) {
      addPlaces(event.data.node, places);
      places.set(event.data.node.id, event.data.initialOffset);
    }
    if (event.type === incremental && event.data.source === scroll) {
      places.delete(event.data.id);
      places.set(event.data.id, { left: event.data.x, top: event.data.y });
    }
  }
  for (const [id, place] of places) {
    const node = replayer.getMirror().getNode(id);
    const target = node instanceof Element ? node : (node as Document | null);
    const scroller = target && 'defaultView' in target ? target.defaultView : (node as Element);
    scroller?.scrollTo({ ...place, behavior: 'instant' });
  }
}

const steady = ['* { scroll-behavior: auto !important; overflow-anchor: none !important; }'];

/** What rrweb alone shows at this time on the calendar. */
export async function freshPrint(events: readonly RecordedEvent[], at: number): Promise<string> {
  const root = freshRoot();
  const replayer = new Replayer(copyOf(events), {
    root,
    mouseTail: false,
    showWarning: false,
    insertStyleRules: steady,
  });
  const target = settle(events, at);
  // Its constructor sets the first page and window size in tasks of their own.
  await settled();
  replayer.pause(target - (events[0]?.timestamp ?? 0));
  await settled();
  scrollAsRecorded(replayer, events, target);
  await settled();
  const print = printPage(pageOf(root));
  replayer.destroy();
  root.remove();
  return print;
}
