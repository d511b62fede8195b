import type { Page } from './page.ts';
import { following, isElement, type PageNode } from './page-node.ts';
import {
  eventType,
  incrementalSource,
  type IncrementalData,
  type RecordedEvent,
} from './rrweb-events.ts';
import { replayRules } from './script-sheets.ts';
import { serializePart, type SerializedPart } from './serialize-page.ts';

/**
 * The page as it stands, as rrweb events that a replay can begin with: its address and size, a
 * snapshot, and what a snapshot has no place for. Undefined while the page is not known.
 */
export function keyframeOf(page: Page, timestamp: number): readonly RecordedEvent[] | undefined {
  const { root } = page.tree;
  if (root === undefined || page.viewport === undefined) return undefined;
  const { x: left, y: top } = page.scrollOf() ?? { x: 0, y: 0 };
  const main = serializePart(page, root, timestamp);
  const rest = [
    ...frames(page, main, timestamp),
    ...changesIn(main),
    ...page.sheets.replay(page.tree),
  ];
  return [
    { type: eventType.meta, data: { href: page.href, ...page.viewport }, timestamp },
    {
      type: eventType.fullSnapshot,
      data: { node: main.node, initialOffset: { left, top } },
      timestamp,
    },
    ...rest.map((data) => ({ type: eventType.incremental, data, timestamp })),
  ];
}

/** Documents of frames, each after the frame it is in. */
function frames(page: Page, part: SerializedPart, timestamp: number): IncrementalData[] {
  const events: IncrementalData[] = [];
  const waiting = [...part.documents].reverse();
  for (let top = waiting.pop(); top !== undefined; top = waiting.pop()) {
    const inner = serializePart(page, top, timestamp);
    events.push(attach(top, inner), ...changesIn(inner), ...scrollsIn(page, top));
    waiting.push(...[...inner.documents].reverse());
  }
  return events;
}

function attach(top: PageNode, { node }: SerializedPart): IncrementalData {
  const adds = [{ parentId: top.parent?.id ?? -1, nextId: null, node }];
  const nothing = { removes: [], texts: [], attributes: [] };
  // Only a replayer reads the flag.
  return Object.assign(
    { source: incrementalSource.mutation, adds, ...nothing },
    { isAttachIframe: true },
  );
}

function changesIn({ emptied, restyled }: SerializedPart): IncrementalData[] {
  return [
    ...emptied.map(({ id, value, checked, attributes }) => ({
      source: incrementalSource.input,
      id,
      text: value ?? attributes.get('value') ?? '',
      isChecked: checked ?? false,
    })),
    ...restyled.flatMap(({ id, rules }) => replayRules({ id }, rules?.steps() ?? [])),
  ];
}

/** The replayer reads scrolls off the attributes of its main document only. */
function scrollsIn(page: Page, top: PageNode): IncrementalData[] {
  const events: IncrementalData[] = [];
  for (let at: PageNode | undefined = top; at !== undefined; at = following(at, top)) {
    if (at !== top && !isElement(at)) continue;
    const scroll = page.scrollOf(at.id);
    if (scroll !== undefined && (scroll.x !== 0 || scroll.y !== 0))
      events.push({ source: incrementalSource.scroll, id: at.id, ...scroll });
  }
  return events;
}
