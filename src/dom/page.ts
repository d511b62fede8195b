import type { Point } from '#core/action.ts';
import { navigationPlugin, type NavigationPayload } from '#core/plugin-events.ts';
import { applyMutation } from './apply-mutation.ts';
import { NodeTree } from './node-tree.ts';
import { MediaStates } from './media-states.ts';
import { isElement, type PageNode } from './page-node.ts';
import type { FullSnapshotData, IncrementalData, RecordedEvent } from './rrweb-events.ts';
import { asKnown, eventType, incrementalSource } from './rrweb-events.ts';
import { ScriptSheets } from './script-sheets.ts';
import { collapse, textOf } from './text-of.ts';

/** The state of one tab at a moment of its recording: apply events in order, then ask. */
export class Page {
  readonly tree: NodeTree;
  readonly sheets = new ScriptSheets();
  readonly media = new MediaStates();
  readonly #scrolls = new Map<number, Point>();
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

  /** Where an element, or the document when no id is given, is scrolled to; undefined if never told. */
  scrollOf(id: number | undefined = this.tree.root?.id): Point | undefined {
    if (id === undefined) return undefined;
    const known = this.#scrolls.get(id);
    if (known !== undefined) return known;
    const attributes = this.tree.get(id)?.attributes;
    const x = Number(attributes?.get('rr_scrollLeft') ?? Number.NaN);
    const y = Number(attributes?.get('rr_scrollTop') ?? Number.NaN);
    return Number.isNaN(x) && Number.isNaN(y) ? undefined : { x: x || 0, y: y || 0 };
  }

  apply(event: RecordedEvent): void {
    const known = asKnown(event);
    switch (known.type) {
      case eventType.meta:
        this.#href = known.data.href;
        this.#viewport = { width: known.data.width, height: known.data.height };
        break;
      case eventType.fullSnapshot:
        this.#load(known.data);
        break;
      case eventType.incremental:
        this.#change(known.data, event.timestamp);
        break;
      case eventType.plugin:
        if (known.data.plugin === navigationPlugin)
          this.#href = (known.data.payload as NavigationPayload).href;
        break;
    }
  }

  #load(snapshot: FullSnapshotData): void {
    this.tree.load(snapshot.node);
    this.sheets.clear();
    this.media.clear();
    this.#scrolls.clear();
    const { initialOffset } = snapshot;
    if (initialOffset !== undefined)
      this.#scrolls.set(snapshot.node.id, { x: initialOffset.left, y: initialOffset.top });
  }

  #change(data: IncrementalData, timestamp: number): void {
    switch (data.source) {
      case incrementalSource.mutation:
        applyMutation(this.tree, data);
        break;
      case incrementalSource.scroll:
        this.#scrolls.set(data.id, { x: data.x, y: data.y });
        break;
      case incrementalSource.viewportResize:
        this.#viewport = { width: data.width, height: data.height };
        break;
      case incrementalSource.styleSheetRule:
      case incrementalSource.styleDeclaration:
        this.sheets.change(this.tree, data);
        break;
      case incrementalSource.adoptedStyleSheet:
        this.sheets.adopt(data);
        break;
      case incrementalSource.mediaInteraction:
        this.media.push(data, timestamp);
        break;
      case incrementalSource.input: {
        const node = this.tree.get(data.id);
        if (node === undefined) break;
        node.value = data.text;
        node.checked = data.isChecked;
        break;
      }
    }
  }
}

function childOf(parent: PageNode | undefined, tag: string): PageNode | undefined {
  let child = parent?.first;
  while (child !== undefined && !(isElement(child) && child.tag === tag)) child = child.next;
  return child;
}
