/** The page of the seek test: our adapter beside a fresh replay by rrweb itself, and a print of
 * what either shows. */
import { Replayer, type eventWithTime } from 'rrweb';
import { epochMs, ms, type Ms } from '#core/time.ts';
import { PlayerAdapter } from '#replay/player-adapter.ts';
import type { RecordedEvent } from '#replay/recorded-event.ts';

const fullSnapshot = 2;
const incremental = 3;
const meta = 4;
const pointer = 1;
const scroll = 3;

/** Everything a person could see a difference in, one line per node. */
function printPage(page: Document): string {
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
    for (const child of node.childNodes) print(child, depth + 1);
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

const settled = () =>
  new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 5))),
  );

const pageOf = (root: HTMLElement) => root.querySelector('iframe')!.contentDocument!;

function freshRoot(): HTMLElement {
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
function copyOfEvents(): eventWithTime[] {
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

let events: RecordedEvent[] = [];
let adapter: PlayerAdapter;
let adapterRoot: HTMLElement;
let startedAt = 0;

const steady = ['* { scroll-behavior: auto !important; overflow-anchor: none !important; }'];

async function freshPrint(at: number): Promise<string> {
  const root = freshRoot();
  const replayer = new Replayer(copyOfEvents(), {
    root,
    mouseTail: false,
    showWarning: false,
    insertStyleRules: steady,
  });
  const target = settle(events, startedAt + at);
  // Its constructor sets the first page and window size in tasks of their own.
  await settled();
  replayer.pause(target - startedAt);
  await settled();
  scrollAsRecorded(replayer, events, target);
  await settled();
  const print = printPage(pageOf(root));
  replayer.destroy();
  root.remove();
  return print;
}

const harness = {
  /** Loads the first `share` of the events; the rest comes with `loadRest`. */
  async load(all: RecordedEvent[], share: number): Promise<number> {
    events = all.sort((a, b) => a.timestamp - b.timestamp);
    startedAt = events[0]!.timestamp;
    adapterRoot = freshRoot();
    adapter = new PlayerAdapter(adapterRoot, epochMs(startedAt));
    await adapter.load(events.slice(0, Math.ceil(events.length * share)));
    return events.at(-1)!.timestamp - startedAt;
  },

  loadRest(share: number): void {
    adapter.append(events.slice(Math.ceil(events.length * share)));
  },

  /** Nothing where both show the same page at `at`, else both prints. */
  async differ(at: number): Promise<{ ours: string; fresh: string } | undefined> {
    adapter.seek(ms(at));
    await settled();
    const ours = printPage(pageOf(adapterRoot));
    const fresh = await freshPrint(at);
    return ours === fresh ? undefined : { ours, fresh };
  },

  /** Lets it run for a while, then stands still; tells where. */
  async run(at: number, speed: number, forMs: number): Promise<Ms> {
    adapter.play(ms(at), speed);
    await new Promise((resolve) => setTimeout(resolve, forMs));
    adapter.pause();
    return adapter.time();
  },

  /** Times, since the start, just after a batch of pointer moves: rrweb then thinks it stands where
   * the batch began, and does again what happened since. */
  afterPointer: (): number[] =>
    events
      .filter((event) => event.type === incremental && event.data.source === pointer)
      .map((event) => event.timestamp - startedAt + 1),

  /** Times, since the start, of page addresses and snapshots: where seeking is hardest. */
  edges: (): number[] =>
    events
      .filter((event) => event.type === meta || event.type === fullSnapshot)
      .map((event) => event.timestamp - startedAt),
};

export type SeekHarness = typeof harness;

Object.assign(window, { harness });
