import type { Point } from '#core/action.ts';
import { navigationPlugin, type NavigationPayload } from '#core/plugin-events.ts';
import { Announcements } from './announcements.ts';
import { applyMutation, placeDocumentsToCome } from './apply-mutation.ts';
import { noteInput } from './field-input.ts';
import { Focus } from './focus.ts';
import { afterMediaAct } from './media-state.ts';
import { extrasOf } from './node-extras.ts';
import { NodeTree } from './node-tree.ts';
import { isElement, type PageNode } from './page-node.ts';
import { isRecord, recordsIn } from './records-in.ts';
import type {
  FullSnapshotData,
  IncrementalData,
  RecordedEvent,
  SelectionData,
} from './rrweb-events.ts';
import { asKnown, eventType, incrementalSource, nodeType } from './rrweb-events.ts';
import { ScriptSheets } from './script-sheets.ts';
import { collapse, textOf } from './text-of.ts';
import { isWholePicture } from './whole-picture.ts';

/** The state of one tab at a moment of its recording: apply events in order, then ask. Throws at
 * nothing that a recording may hold. */
export class Page {
  readonly tree: NodeTree;
  readonly sheets = new ScriptSheets();
  readonly announcements = new Announcements();
  readonly #focus = new Focus();
  #selection: SelectionData | undefined;
  #inputs = 0;
  #href = '';
  #viewport: { readonly width: number; readonly height: number } | undefined;

  constructor(nodeLimit?: number) {
    this.tree = new NodeTree(nodeLimit);
  }

  get href(): string {
    return this.#href;
  }

  get viewport(): { readonly width: number; readonly height: number } | undefined {
    return this.#viewport;
  }

  get title(): string | undefined {
    const html = childOf(this.tree.root, 'html');
    const title = childOf(childOf(html, 'head'), 'title');
    const text = title === undefined ? '' : collapse(textOf(title, { hidden: true }));
    return text === '' ? undefined : text;
  }

  /** The node that has the focus; undefined when none has, or when it is no longer there. */
  get focused(): number | undefined {
    return this.#focus.in(this.tree);
  }

  /** What is selected: ranges between nodes that are there, by their ids. */
  get selection(): SelectionData['ranges'] {
    return recordsIn(this.#selection?.ranges).filter(
      ({ start, end }) => this.tree.get(start) !== undefined && this.tree.get(end) !== undefined,
    );
  }

  /** Where an element, or the document when no id is given, is scrolled to; undefined if never told. */
  scrollOf(id: number | undefined = this.tree.root?.id): Point | undefined {
    const node = id === undefined ? undefined : this.tree.get(id);
    if (node === undefined) return undefined;
    if (node.extras?.scroll !== undefined) return node.extras.scroll;
    const x = node.attributes.get('rr_scrollLeft');
    const y = node.attributes.get('rr_scrollTop');
    if (x === undefined && y === undefined) return undefined;
    return { x: Number(x) || 0, y: Number(y) || 0 };
  }

  apply(event: RecordedEvent): void {
    const known = asKnown(event);
    if (!isRecord(known.data)) return;
    switch (known.type) {
      case eventType.meta: {
        const { href, width, height } = known.data;
        if (typeof href === 'string') this.#href = href;
        this.#resize(width, height);
        break;
      }
      case eventType.fullSnapshot:
        if (isRecord(known.data.node)) this.#load(known.data, event.timestamp);
        break;
      case eventType.incremental:
        this.#change(known.data, event.timestamp);
        break;
      case eventType.plugin: {
        this.#focus.heedKey(known.data, this.tree);
        if (known.data.plugin !== navigationPlugin) break;
        const { href } = (known.data.payload ?? {}) as Partial<NavigationPayload>;
        if (typeof href === 'string') this.#href = href;
        break;
      }
    }
  }

  #load({ node, initialOffset }: FullSnapshotData, timestamp: number): void {
    const focused = this.#focus.nodeIn(this.tree);
    this.tree.load(node, timestamp);
    this.sheets.clear();
    this.announcements.turnTo(this.#href);
    this.#focus.keep(focused, this.tree);
    this.#selection = undefined;
    placeDocumentsToCome(this.tree, timestamp);
    const { root } = this.tree;
    if (root !== undefined && isRecord(initialOffset))
      this.#scroll(root, initialOffset.left, initialOffset.top);
  }

  #change(data: IncrementalData, timestamp: number): void {
    switch (data.source) {
      case incrementalSource.mutation:
        applyMutation(this.tree, data, timestamp);
        break;
      case incrementalSource.viewportResize:
        this.#resize(data.width, data.height);
        break;
      case incrementalSource.mouseInteraction:
        this.#focus.heed(data, this.tree);
        break;
      case incrementalSource.selection:
        this.#selection = data;
        break;
      case incrementalSource.styleSheetRule:
      case incrementalSource.styleDeclaration:
        this.sheets.change(this.tree, data);
        break;
      case incrementalSource.adoptedStyleSheet:
        this.sheets.adopt(this.tree, data);
        break;
      case incrementalSource.font:
      case incrementalSource.customElement:
        this.announcements.push(data);
        break;
      default:
        this.#changeNode(data, timestamp);
    }
  }

  #changeNode(data: IncrementalData, timestamp: number): void {
    const node = 'id' in data && data.id !== undefined ? this.tree.get(data.id) : undefined;
    if (node === undefined) return;
    switch (data.source) {
      case incrementalSource.scroll:
        this.#scroll(node, data.x, data.y);
        break;
      case incrementalSource.input:
        this.#inputs += 1;
        noteInput(node, data, this.#inputs);
        break;
      case incrementalSource.mediaInteraction: {
        const extras = extrasOf(node);
        extras.media = afterMediaAct(extras.media, data, timestamp);
        break;
      }
      case incrementalSource.canvasMutation:
        if (isWholePicture(data)) extrasOf(node).picture = data;
        break;
    }
  }

  #resize(width: number, height: number): void {
    if (Number.isFinite(width) && Number.isFinite(height)) this.#viewport = { width, height };
  }

  #scroll(node: PageNode, x: number, y: number): void {
    const canScroll = isElement(node) || node.type === nodeType.document;
    if (canScroll && Number.isFinite(x) && Number.isFinite(y)) extrasOf(node).scroll = { x, y };
  }
}

function childOf(parent: PageNode | undefined, tag: string): PageNode | undefined {
  let child = parent?.first;
  while (child !== undefined && !(isElement(child) && child.tag === tag)) child = child.next;
  return child;
}
