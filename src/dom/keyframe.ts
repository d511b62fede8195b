import { inputOf } from './field-input.ts';
import type { Page } from './page.ts';
import type { PageNode } from './page-node.ts';
import {
  eventType,
  incrementalSource,
  mouseInteraction,
  type IncrementalData,
  type RecordedEvent,
} from './rrweb-events.ts';
import { canHaveRules, replayRules } from './script-sheets.ts';
import { isScrolledByDocument, serializePart, type SerializedPart } from './serialize-page.ts';

/**
 * The page as it stands, as rrweb events that a replay can begin with: its address and size, a
 * snapshot, and what a snapshot has no place for. Undefined while the page is not known.
 */
export function keyframeOf(page: Page, timestamp: number): readonly RecordedEvent[] | undefined {
  const { root } = page.tree;
  if (root === undefined || page.viewport === undefined) return undefined;
  const { x: left, y: top } = page.scrollOf() ?? { x: 0, y: 0 };
  const parts = partsOf(root, timestamp);
  const rest = [
    ...parts.flatMap((part) => [
      ...(part.top === root ? [] : [attach(part)]),
      ...page.sheets.replay(page.tree, part.top),
      ...changesIn(part),
    ]),
    ...scrollsIn(page, parts),
    ...page.announcements.replay(),
    ...attentionOf(page),
  ];
  return [
    { type: eventType.meta, data: { href: page.href, ...page.viewport }, timestamp },
    {
      type: eventType.fullSnapshot,
      data: { node: parts[0]?.node, initialOffset: { left, top } },
      timestamp,
    },
    ...rest.map((data) => ({ type: eventType.incremental, data, timestamp })),
  ];
}

/** The main document first, and documents of frames each after the one it is in. */
function partsOf(root: PageNode, timestamp: number): SerializedPart[] {
  const parts: SerializedPart[] = [];
  const waiting = [root];
  for (let top = waiting.pop(); top !== undefined; top = waiting.pop()) {
    const part = serializePart(top, timestamp);
    parts.push(part);
    waiting.push(...[...part.documents].reverse());
  }
  return parts;
}

const nothing = { adds: [], removes: [], texts: [], attributes: [] };

function attach({ top, node }: SerializedPart): IncrementalData {
  const adds = [{ parentId: top.parent?.id ?? -1, nextId: null, node }];
  // Only a replayer reads the flag.
  return Object.assign(
    { source: incrementalSource.mutation, ...nothing, adds },
    { isAttachIframe: true },
  );
}

/** Rules first, which mutations must not come before: a replayer that gathers mutations would lose
 * them. Then inputs as they came, because ticking one radio button unticks another. */
function changesIn({ changed }: SerializedPart): IncrementalData[] {
  const ruled = changed.filter((node) => node.rules !== undefined && canHaveRules(node));
  const fields = changed.filter(({ extras }) => extras?.inputOrder !== undefined);
  const order = ({ extras }: PageNode) => extras?.inputOrder ?? 0;
  fields.sort((a, b) => order(a) - order(b));
  return [
    ...ruled.flatMap(({ id, rules }) => replayRules({ id }, rules?.steps() ?? [])),
    ...fields.flatMap((field) => inputOf(field) ?? []),
    ...changed.flatMap(({ extras }) => extras?.picture ?? []),
    ...stylesIn(changed),
  ];
}

/** Single properties as they were told: only a browser knows which of the others they touch. */
function stylesIn(changed: readonly PageNode[]): IncrementalData[] {
  const attributes = changed.flatMap(({ id, extras }) =>
    extras?.style === undefined || extras.style.size === 0
      ? []
      : [{ id, attributes: { style: Object.fromEntries(extras.style) } }],
  );
  if (attributes.length === 0) return [];
  return [{ source: incrementalSource.mutation, ...nothing, attributes }];
}

/** The replayer reads scrolls off the attributes of its main document only, and only before what
 * comes after the snapshot gives things their size. */
function scrollsIn(page: Page, parts: readonly SerializedPart[]): IncrementalData[] {
  return parts.flatMap((part) =>
    part.changed.flatMap((node) => {
      if (isScrolledByDocument(node)) return [];
      const { x, y } = page.scrollOf(node.id) ?? { x: 0, y: 0 };
      const isTold = x !== 0 || y !== 0;
      return isTold ? [{ source: incrementalSource.scroll, id: node.id, x, y }] : [];
    }),
  );
}

function attentionOf(page: Page): IncrementalData[] {
  const { focused, selection } = page;
  const events: IncrementalData[] = [];
  if (focused !== undefined)
    events.push({
      source: incrementalSource.mouseInteraction,
      type: mouseInteraction.focus,
      id: focused,
    });
  if (selection.length > 0) events.push({ source: incrementalSource.selection, ranges: selection });
  return events;
}
