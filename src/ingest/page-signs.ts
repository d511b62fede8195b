/** What an event says of the page in front of a person: that its content came, or that a hand used it. */
import { keystrokesPlugin, type KeyPayload } from '#core/plugin-events.ts';
import type { Page } from '#dom/page.ts';
import { recordsIn } from '#dom/records-in.ts';
import {
  asKnown,
  eventType,
  incrementalSource,
  mouseInteraction,
  type MutationData,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';

/** A whole page was told, or something changed where it can be seen: not in its head alone. */
export function showsContent(event: RecordedEvent, page: Page): boolean {
  if (asKnown(event).type === eventType.fullSnapshot) return true;
  const { removes, texts, attributes } = mutationIn(event) ?? {};
  return (
    bringsContent(event, page) ||
    recordsIn(removes).some(({ parentId }) => isInSight(page, parentId)) ||
    [...recordsIn(texts), ...recordsIn(attributes)].some(({ id }) => isInSight(page, id))
  );
}

/** Something came into the page that can be seen. */
export function bringsContent(event: RecordedEvent, page: Page): boolean {
  const adds = recordsIn(mutationIn(event)?.adds);
  return adds.some(({ parentId }) => isInSight(page, parentId));
}

function mutationIn(event: RecordedEvent): Partial<MutationData> | undefined {
  const known = asKnown(event);
  if (known.type !== eventType.incremental) return undefined;
  return known.data.source === incrementalSource.mutation ? known.data : undefined;
}

function isInSight(page: Page, id: number): boolean {
  let node = page.tree.get(id);
  if (node === undefined) return false;
  for (; node !== undefined; node = node.parent) if (node.tag === 'head') return false;
  return true;
}

const presses: readonly number[] = [
  mouseInteraction.mouseDown,
  mouseInteraction.click,
  mouseInteraction.contextMenu,
  mouseInteraction.touchStart,
];

/** A hand did something in the page. */
export function isUse(event: RecordedEvent): boolean {
  const known = asKnown(event);
  if (known.type === eventType.plugin)
    return (
      known.data.plugin === keystrokesPlugin &&
      (known.data.payload as Partial<KeyPayload> | undefined)?.phase === 'down'
    );
  if (known.type !== eventType.incremental) return false;
  const { data } = known;
  if (data.source === incrementalSource.mouseInteraction) return presses.includes(data.type);
  return data.source === incrementalSource.input && data.userTriggered !== false;
}
