/** Replays by rrweb itself, always from a fresh start, and a print of what a page shows: the oracle
 * our own replays are held against. Runs in a browser. */
import { Replayer, type eventWithTime } from 'rrweb';
import { asKnown, type RecordedEvent, type SerializedNode } from '#dom/rrweb-events.ts';
import { HeldBackEvents } from '#frame/held-back-events.ts';
import { settle } from './settle.ts';

export const fullSnapshot = 2;
export const incremental = 3;
const scroll = 3;

/** Everything a person could see a difference in, one line per node. */
export function printPage(page: Document): string {
  const lines: string[] = [];
  const print = (node: Node, depth: number) => {
    const indent = ' '.repeat(depth);
    if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as HTMLInputElement;
      const attributes = element
        .getAttributeNames()
        .map((name) => [name, element.getAttribute(name) ?? ''] as const)
        // What a film shows in its stead is ours.
        .filter(([name]) => element.localName !== 'video' || name !== 'poster')
        .map(([name, value]) => `${name}=${name === 'class' ? classesOf(value) : value}`)
        .filter((each) => each !== 'class=')
        .sort();
      const field = ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.nodeName)
        ? [`value:${element.value}`, `checked:${element.checked}`]
        : [];
      const place = [element.scrollLeft, element.scrollTop].map(Math.round);
      const scrolled = place.some((each) => each !== 0) ? [`scroll:${place.join(',')}`] : [];
      lines.push(
        `${indent}<${[element.localName, ...attributes, ...field, ...scrolled].join(' ')}>`,
      );
      const isPlayersOwn = element.parentNode === element.ownerDocument.documentElement;
      const { sheet } = node as HTMLStyleElement;
      if (element.localName === 'style' && !isPlayersOwn)
        lines.push(...[...(sheet?.cssRules ?? [])].map((rule) => `${indent} ${rule.cssText}`));
    } else if (node.nodeType === Node.TEXT_NODE) lines.push(`${indent}"${node.nodeValue}"`);
    else lines.push(`${indent}${node.nodeName}`);
    const { shadowRoot, contentDocument } = node as HTMLIFrameElement;
    // What is in a text area is its value; its text is only what it began with.
    if (node.nodeName !== 'TEXTAREA') for (const child of node.childNodes) print(child, depth + 1);
    if (shadowRoot) print(shadowRoot, depth + 1);
    if (contentDocument && !isUntold(contentDocument)) print(contentDocument, depth + 1);
  };
  print(page, 0);
  return lines.join('\n');
}

/** A frame whose document was never recorded: the replayer empties it in one way of going on, and
 * leaves the browser's own empty one in the other. */
const isUntold = ({ doctype, documentElement: root }: Document): boolean =>
  doctype === null && (root === null || /^<head><\/head><body><\/body>$/.test(root.innerHTML));

/** Of fields only what they hold: what the page's source says of them, a page rebuilt in the middle
 * of its life can not know, and the replayer leaves traces on those that can't be ticked. */
export const withoutSource = (print: string): string =>
  print
    .split('\n')
    .map((line) => line.replace(/^(\s*<(?:input|textarea|select|option)).*?( value:|>$)/, '$1$2'))
    .map((line) => line.replace(/(<(?:select|textarea).*) checked:\w+/, '$1'))
    .join('\n');

/** Hovering is left out: it hangs on pointer events, which this test does not judge. */
const classesOf = (value: string) =>
  value
    .split(/\s+/)
    .filter((each, index, all) => all.indexOf(each) === index)
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

type Places = Map<number, { left: number; top: number }>;

function addPlaces(node: SerializedNode, places: Places): void {
  const { rr_scrollLeft: left, rr_scrollTop: top } = node.attributes ?? {};
  if (left || top) places.set(node.id, { left: Number(left ?? 0), top: Number(top ?? 0) });
  for (const child of node.childNodes ?? []) addPlaces(child, places);
}

/** A copy that the replayer can write on, without what the frame holds back. */
const copyOf = (events: readonly RecordedEvent[]): eventWithTime[] =>
  JSON.parse(JSON.stringify(new HeldBackEvents().copy(events)));

function scrollAsRecorded(replayer: Replayer, events: readonly RecordedEvent[], at: number): void {
  const before = events.filter((event) => event.timestamp < at);
  const loaded = before.findLastIndex((event) => event.type === fullSnapshot);
  const places: Places = new Map();
  for (const event of before.slice(loaded)) {
    const known = asKnown(event);
    if (known.type === fullSnapshot) {
      addPlaces(known.data.node, places);
      places.set(known.data.node.id, known.data.initialOffset ?? { left: 0, top: 0 });
    }
    if (known.type === incremental && known.data.source === scroll) {
      places.delete(known.data.id);
      places.set(known.data.id, { left: known.data.x, top: known.data.y });
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
  await new Promise((resolve) => setTimeout(resolve, 10));
  replayer.pause(target - (events[0]?.timestamp ?? 0));
  await settled();
  scrollAsRecorded(replayer, events, target);
  const print = printPage(pageOf(root));
  replayer.destroy();
  root.remove();
  return print;
}
