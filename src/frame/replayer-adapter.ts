import { Replayer } from 'rrweb';
import {
  asKnown,
  eventType,
  incrementalSource,
  type IncrementalData,
  type MetaData,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';
import { HeldBackEvents } from './held-back-events.ts';
import { holdFilms } from './hold-films.ts';
import type { HoverSheets } from './hover-sheets.ts';
import { ownRules } from './own-rules.ts';
import type { Size } from './page-geometry.ts';
import { ScrollPlaces } from './scroll-places.ts';
import { SelectionMark, selectionRule, type SelectionData } from './selection-mark.ts';

/** What of the replayer is private and touched here, as it stands in the pinned version. */
interface Innards {
  readonly service: {
    readonly state: { readonly context: { events: RecordedEvent[]; baselineTime: number } };
  };
  readonly mediaManager: { reset(): void; readonly mediaMap: ReadonlyMap<Element, MediaState> };
  readonly styleMirror: { reset(): void };
  cache: { readonly stylesWithHoverClass: HoverSheets };
  newDocumentQueue: unknown[];
  lastHoveredRootNode: Node | undefined;
  rebuildFullSnapshot(event: RecordedEvent, isSync: boolean): void;
  applyIncremental(event: RecordedEvent, isSync: boolean): void;
  hoverElements(element: Element): void;
}

export interface MediaState {
  readonly isPlaying: boolean;
  readonly currentTimeAtLastInteraction: number;
  /** Since the page was built, on the recording's clock. */
  readonly lastInteractionTimeOffset: number;
  readonly playbackRate: number;
}

/** Told by the pointer's own marks, or by nothing that was recorded. */
const drawnElsewhere: ReadonlySet<number> = new Set([
  incrementalSource.mouseMove,
  incrementalSource.touchMove,
  incrementalSource.drag,
  incrementalSource.mouseInteraction,
  incrementalSource.canvasMutation,
  incrementalSource.log,
]);

/** One page in rrweb's replayer, changed by us event by event: its own clock never runs, so it can
 * neither be late nor do anything twice. The only file that knows the replayer's insides. */
export class ReplayerAdapter {
  readonly #replayer: Replayer;
  readonly #scrolls = new ScrollPlaces();
  readonly #selection = new SelectionMark();
  #held = new HeldBackEvents();
  #size: Size = { width: 0, height: 0 };
  #builtAt = 0;
  /** What looks as it does under the pointer, as far as the page was not changed since. */
  #hovered: Element | undefined;

  /** `rules` go into each document before those of the page. */
  constructor(target: HTMLElement, rules: readonly string[], sheets: HoverSheets) {
    this.#replayer = new Replayer([], {
      root: target,
      liveMode: true,
      useVirtualDom: false,
      mouseTail: false,
      showWarning: false,
      triggerFocus: false,
      insertStyleRules: [...ownRules, selectionRule, ...rules],
    });
    this.#innards.cache = { stylesWithHoverClass: sheets };
    holdFilms(this.iframe.contentWindow);
  }

  /** Size of the recorded window, in CSS px. */
  get size(): Size {
    return this.#size;
  }

  get iframe(): HTMLIFrameElement {
    return this.#replayer.iframe;
  }

  get page(): Document | null {
    return this.iframe.contentDocument;
  }

  /** Of all sounds and films of the page. */
  get media(): ReadonlyMap<Element, MediaState> {
    return this.#innards.mediaManager.mediaMap;
  }

  /** When the page in it was a snapshot, on the recording's own clock. */
  get builtAt(): number {
    return this.#builtAt;
  }

  /** Replaces all there is by a page: its address, its snapshot and the rest of it. */
  build(page: readonly RecordedEvent[]): void {
    const innards = this.#innards;
    this.#held = new HeldBackEvents();
    this.#scrolls.clear();
    innards.newDocumentQueue = [];
    innards.lastHoveredRootNode = undefined;
    this.page?.fonts.clear();
    if (this.page) this.page.adoptedStyleSheets = [];
    this.apply(page);
  }

  /** Applies what follows, at once, and puts scrolls right after it. */
  apply(events: readonly RecordedEvent[]): void {
    this.#hovered = undefined;
    for (const event of this.#held.copy(events)) this.#applyOne(event);
    for (const event of events) this.#scrolls.take(event);
    this.#scrolls.apply((id) => this.node(id));
    this.#selection.draw((id) => this.node(id));
  }

  node(id: number): Node | null {
    return this.#replayer.getMirror().getNode(id);
  }

  /** Makes a node look as it does under the pointer, and all others not. */
  hover(id: number | undefined): void {
    const node = id === undefined ? this.page?.documentElement : this.node(id);
    const element = node?.nodeType === Node.ELEMENT_NODE ? (node as Element) : node?.parentElement;
    if (!element || element === this.#hovered) return;
    this.#innards.hoverElements(element);
    this.#hovered = element;
  }

  /** Whether the page's own animations run. */
  animate(isOn: boolean): void {
    this.page?.documentElement?.classList.toggle('rrweb-paused', !isOn);
  }

  get #innards(): Innards {
    return this.#replayer as unknown as Innards;
  }

  #applyOne(event: RecordedEvent): void {
    const known = asKnown(event);
    if (known.type === eventType.meta) this.#resize(known.data);
    if (known.type === eventType.fullSnapshot) this.#load(event);
    if (known.type === eventType.incremental) this.#change(event, known.data);
  }

  #load(snapshot: RecordedEvent): void {
    const { service, mediaManager, styleMirror } = this.#innards;
    const { context } = service.state;
    context.events = [snapshot];
    context.baselineTime = this.#builtAt = snapshot.timestamp;
    mediaManager.reset();
    styleMirror.reset();
    this.#selection.clear();
    this.#innards.rebuildFullSnapshot(snapshot, true);
  }

  #change(event: RecordedEvent, data: IncrementalData | SelectionData): void {
    switch (data.source) {
      case incrementalSource.viewportResize:
        this.#resize(data);
        return;
      case incrementalSource.selection:
        this.#selection.take(data);
        return;
      case incrementalSource.scroll:
        return;
      case incrementalSource.mutation:
        // Before the document of a frame comes, with its own films.
        if (data.isAttachIframe === true) holdFilms(this.iframe.contentWindow);
        this.#innards.applyIncremental(event, false);
        return;
      default:
        if (!drawnElsewhere.has(data.source)) this.#innards.applyIncremental(event, false);
    }
  }

  #resize({ width, height }: Pick<MetaData, 'width' | 'height'>): void {
    this.#size = { width, height };
    const { iframe } = this;
    iframe.style.display = 'block';
    iframe.width = String(width);
    iframe.height = String(height);
  }
}
