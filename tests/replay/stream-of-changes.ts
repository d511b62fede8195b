/** Streams of changes as a recorder could have told them, and some as it should not have, made up
 * from random numbers: what happens to nodes, fields, places and attention. Sheets are told apart. */
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import { following, isElement, isText, isWithin, type PageNode } from '#dom/page-node.ts';
import {
  eventType,
  incrementalSource as from,
  nodeType,
  type AddedNode,
  type RecordedEvent,
  type SerializedNode,
} from '#dom/rrweb-events.ts';
import { SheetChanges } from './sheet-changes.ts';

const nothing = { source: from.mutation, adds: [], removes: [], texts: [], attributes: [] };
const containers = new Set(['div', 'span', 'section', 'body']);

export class StreamOfChanges {
  readonly events: RecordedEvent[] = [];
  readonly #page = new Page();
  readonly #next: () => number;
  readonly #sheets: SheetChanges;
  #timestamp = 1_700_000_000_000;
  #id = 10;

  constructor(next: () => number) {
    this.#next = next;
    this.#sheets = new SheetChanges(next, (data) => this.#tell(data));
    this.#push(eventType.meta, { href: 'https://a.test/', width: 800, height: 600 });
    this.#push(eventType.fullSnapshot, {
      node: documentOf(1, [3, 4, 5, 6, 7]),
      initialOffset: { top: 0, left: 0 },
    });
  }

  step(): void {
    if (this.#pick(3) > 0) this.#timestamp += this.#pick(4);
    const acts = [
      () => this.#add(),
      () => this.#add(),
      () => this.#addPair(),
      () => this.#remove(),
      () => this.#move(),
      () => this.#attribute(),
      () => this.#style(),
      () => this.#style(),
      () => this.#text(),
      () => this.#input(),
      () => this.#scroll(),
      () => this.#frame(),
      () => this.#attend(),
      () => this.#sheets.change(this.#some((node) => node.tag === 'style')),
      () => this.#sheets.adopt(this.#some(isHost), this.#root()),
      () => this.#tell({ source: from.viewportResize, width: 700 + this.#pick(99), height: 500 }),
      () => this.#pick(6) === 0 && this.#checkOut(),
    ];
    acts[this.#pick(acts.length)]!();
  }

  #add(): void {
    const parent = this.#some((node) => containers.has(node.tag));
    if (parent === undefined) return;
    const isShadow = parent.facts?.['isShadowHost'] === true && this.#pick(2) === 0;
    const node = this.#make(rootOf(parent), isShadow);
    const inside = this.#inside(node);
    this.#mutate({
      adds: [{ parentId: parent.id, nextId: this.#kin(parent, isShadow), node }, ...inside],
    });
  }

  /** The first of two is told first, though it stands before the second. */
  #addPair(): void {
    const parent = this.#some((node) => containers.has(node.tag));
    if (parent === undefined) return;
    const [first, second] = [this.#text0(rootOf(parent)), this.#make(rootOf(parent), false)];
    const nextId = this.#kin(parent, false);
    this.#mutate({
      adds: [
        { parentId: parent.id, nextId: second.id, node: first },
        { parentId: parent.id, nextId, node: second },
        ...this.#inside(second),
      ],
    });
  }

  #remove(): void {
    const node = this.#some(
      ({ tag, type, parent }) =>
        type !== nodeType.document &&
        parent !== undefined &&
        !isFrame(tag) &&
        parent.type !== nodeType.document,
    );
    if (node?.parent === undefined || this.#page.tree.size < 20) return;
    const lost = { parentId: node.parent.id, id: 90_000 + this.#pick(99) };
    const removes = [
      { parentId: node.parent.id, id: node.id, ...(node.isShadow && { isShadow: true }) },
    ];
    if (node.parent.tag === 'style') this.#sheets.empty(node.parent.id);
    this.#mutate({ removes: this.#pick(3) === 0 ? [lost, ...removes] : removes });
  }

  /** A recorder tells of a move as of a removal and of adding all of it again. */
  #move(): void {
    const node = this.#some(
      (each) => containers.has(each.tag) && each.tag !== 'body' && isPlain(each),
    );
    const parent = this.#some((each) => containers.has(each.tag));
    if (node?.parent === undefined || parent === undefined || isWithin(parent, node)) return;
    if (rootOf(parent) !== rootOf(node)) return;
    const removes = [
      { parentId: node.parent.id, id: node.id, ...(node.isShadow && { isShadow: true }) },
    ];
    const kin = this.#kin(parent, false);
    const adds: AddedNode[] = [
      { parentId: parent.id, nextId: kin === node.id ? null : kin, node: asAdded(node) },
    ];
    for (let at = following(node, node); at !== undefined; at = following(at, node))
      adds.push({ parentId: at.parent!.id, nextId: at.next?.id ?? null, node: asAdded(at) });
    this.#mutate({ removes, adds });
  }

  #attribute(): void {
    const node = this.#some((each) => isElement(each) && each.tag !== 'style');
    const value = this.#pick(4) === 0 ? null : `v${this.#pick(9)}`;
    const name = ['title', 'class', 'data-x', 'lang'][this.#pick(4)]!;
    if (node) this.#mutate({ attributes: [{ id: node.id, attributes: { [name]: value } }] });
    this.#mutate({ attributes: [{ id: 90_001, attributes: { title: 'lost' } }] });
  }

  #style(): void {
    const node = this.#some((each) => containers.has(each.tag) || each.tag === 'input');
    if (node === undefined) return;
    const value = () => ['1px', '2px', '3px'][this.#pick(3)]!;
    const property = ['margin', 'margin-top', 'padding', 'padding-left', '--own'][this.#pick(5)]!;
    const changes = [
      { [property]: value() },
      { [property]: [value(), 'important'] },
      { [property]: false },
      { 'margin-top': false, 'margin-left': value() },
    ];
    const style = this.#pick(4) === 0 ? `margin: ${value()}; top: 0` : changes[this.#pick(4)];
    this.#mutate({ attributes: [{ id: node.id, attributes: { style } }] });
  }

  #text(): void {
    const node = this.#some((each) => isText(each));
    if (node === undefined || node.parent?.tag === 'option') return;
    if (node.parent?.tag === 'style')
      this.#sheets.retell(node.parent, (value) =>
        this.#mutate({ texts: [{ id: node.id, value }] }),
      );
    else
      this.#mutate({
        texts: [
          { id: node.id, value: `text ${this.#pick(99)}` },
          { id: 90_002, value: '' },
        ],
      });
  }

  #input(): void {
    const field = this.#some(({ tag }) => ['input', 'textarea', 'select'].includes(tag));
    if (field === undefined) return;
    const text =
      field.tag === 'select' ? ['a', 'b'][this.#pick(2)] : ['', 'typed', 'more'][this.#pick(3)];
    this.#tell({ source: from.input, id: field.id, text, isChecked: this.#pick(2) === 0 });
  }

  #scroll(): void {
    const node = this.#some((each) => containers.has(each.tag) || each.type === nodeType.document);
    this.#tell({ source: from.scroll, id: node?.id ?? 1, x: 0, y: this.#pick(50) });
  }

  /** A new document for a frame, in place of the one that was there. */
  #frame(): void {
    const frame = this.#some(({ tag }) => isFrame(tag));
    if (frame === undefined) return;
    const ids = Array.from({ length: 6 }, () => (this.#id += 1));
    const node = documentOf(ids[0]!, ids.slice(1), ids[0]);
    this.#mutate({ adds: [{ parentId: frame.id, nextId: null, node }], isAttachIframe: true });
  }

  #attend(): void {
    // What a frame's end does to the focus outside of it is the browser's own affair.
    const field = this.#some(
      (each) =>
        (each.tag === 'input' || each.tag === 'textarea') &&
        rootOf(each) === undefined &&
        isDrawn(each),
    );
    const type = this.#pick(3) === 0 ? 6 : 5;
    if (field && this.#pick(2) === 0)
      this.#tell({ source: from.mouseInteraction, type, id: field.id });
    const text = this.#some(
      (each) => isText(each) && each.text.length > 2 && containers.has(each.parent?.tag ?? ''),
    );
    if (text === undefined) return;
    const ranges = [{ start: text.id, startOffset: 0, end: text.id, endOffset: 2 }];
    this.#tell({ source: from.selection, ranges });
  }

  /** What a recorder tells when it takes stock of all again. */
  #checkOut(): void {
    const { events } = this;
    this.#timestamp += 1;
    for (const event of keyframeOf(this.#page, this.#timestamp) ?? []) {
      events.push(event);
      this.#page.apply(event);
    }
  }

  #make(rootId: number | undefined, isShadow: boolean): SerializedNode {
    const tags = [
      'div',
      'div',
      'span',
      'section',
      'input',
      'checkbox',
      'textarea',
      'select',
      'iframe',
      'style',
      'host',
      'text',
    ];
    const kind = tags[this.#pick(tags.length)]!;
    const id = (this.#id += 1);
    const facts = { ...(rootId !== undefined && { rootId }), ...(isShadow && { isShadow: true }) };
    const element = (tagName: string, attributes: Record<string, string> = {}) =>
      ({
        id,
        type: nodeType.element,
        tagName,
        attributes,
        childNodes: [],
        ...facts,
      }) as SerializedNode;
    if (kind === 'text') return { id, type: nodeType.text, textContent: `new ${id}`, ...facts };
    if (kind === 'host') return { ...element('div'), isShadowHost: true } as SerializedNode;
    if (kind === 'checkbox') return element('input', { type: 'checkbox', value: 'on' });
    if (kind === 'textarea') return element('textarea', { value: 'as given' });
    if (kind === 'style') this.#sheets.begin(id);
    return element(kind, kind === 'div' ? { style: 'margin: 4px; color: red' } : {});
  }

  /** What comes along with a new node. */
  #inside(node: SerializedNode): AddedNode[] {
    const { rootId } = node as { readonly rootId?: number };
    const facts = rootId === undefined ? {} : { rootId };
    if (node.tagName === 'select')
      return ['a', 'b'].map((value, index, all) => ({
        parentId: node.id,
        nextId: index + 1 < all.length ? this.#id + 2 : null,
        node: {
          id: (this.#id += 1),
          type: 2,
          tagName: 'option',
          // A recorder always tells which one is chosen.
          attributes: { value, ...(index === 0 && { selected: true }) },
          childNodes: [],
          ...facts,
        },
      }));
    if (node.tagName !== 'style') return [];
    const text = {
      id: (this.#id += 1),
      type: nodeType.text,
      textContent: this.#sheets.textOf(node.id),
      ...facts,
    };
    return [{ parentId: node.id, nextId: null, node: text }];
  }

  #text0(rootId: number | undefined): SerializedNode {
    const id = (this.#id += 1);
    return {
      id,
      type: nodeType.text,
      textContent: `first ${id}`,
      ...(rootId !== undefined && { rootId }),
    } as SerializedNode;
  }

  /** A child to stand before, if any. */
  #kin(parent: PageNode, isShadow: boolean): number | null {
    const kin: PageNode[] = [];
    for (let at = parent.first; at !== undefined; at = at.next)
      if (at.isShadow === isShadow) kin.push(at);
    return kin[this.#pick(kin.length + 1)]?.id ?? null;
  }

  #some(accepts: (node: PageNode) => boolean): PageNode | undefined {
    const found: PageNode[] = [];
    const { root } = this.#page.tree;
    for (let at = root; at !== undefined && root !== undefined; at = following(at, root))
      if (accepts(at)) found.push(at);
    return found[this.#pick(found.length)];
  }

  #root = () => this.#page.tree.root!;
  #pick = (count: number): number => Math.floor(this.#next() * count);
  #mutate = (change: object): void => this.#tell({ ...nothing, ...change });
  #tell = (data: object): void => this.#push(eventType.incremental, data);

  #push(type: number, data: object): void {
    const event = { type, data, timestamp: this.#timestamp };
    this.events.push(event);
    this.#page.apply(JSON.parse(JSON.stringify(event)));
  }
}

const isFrame = (tag: string) => tag === 'iframe';
const isHost = (node: PageNode) =>
  node.facts?.['isShadowHost'] === true && rootOf(node) === undefined;
const rootOf = ({ facts }: PageNode) => facts?.['rootId'] as number | undefined;

/** A host's own children are not drawn, because no shadow tree here has slots; what is not can't
 * have the focus. */
function isDrawn(node: PageNode): boolean {
  for (let at = node; at.parent !== undefined; at = at.parent)
    if (at.parent.facts?.['isShadowHost'] === true && !at.isShadow) return false;
  return true;
}

/** Made of boxes and text alone, and thus the same when told anew. */
function isPlain(node: PageNode): boolean {
  for (let at: PageNode | undefined = node; at !== undefined; at = following(at, node))
    if (!isText(at) && (!containers.has(at.tag) || at.facts?.['isShadowHost'] === true))
      return false;
  return true;
}

function asAdded(node: PageNode): SerializedNode {
  const { id, type, tag, text, attributes, facts } = node;
  if (!isElement(node)) return { id, type, textContent: text, ...facts };
  return {
    id,
    type,
    tagName: tag,
    attributes: Object.fromEntries(attributes),
    childNodes: [],
    ...facts,
  };
}

function documentOf(id: number, ids: readonly number[], rootId?: number): SerializedNode {
  const [html, head, body, text, box] = ids as [number, number, number, number, number];
  const root = rootId === undefined ? {} : { rootId };
  const element = (own: number, tagName: string, ...childNodes: SerializedNode[]) =>
    ({
      id: own,
      type: nodeType.element,
      tagName,
      attributes: {},
      childNodes,
      ...root,
    }) as SerializedNode;
  const words = { id: text, type: nodeType.text, textContent: 'some words', ...root };
  const top = element(
    html,
    'html',
    element(head, 'head'),
    element(body, 'body', words, element(box, 'div')),
  );
  return { id, type: nodeType.document, childNodes: [top] };
}
