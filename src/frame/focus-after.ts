import { fieldOfKey } from '#dom/focus.ts';
import {
  asKnown,
  eventType,
  incrementalSource,
  mouseInteraction,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';

/** The node with the focus once these events happened, if any has it. `tagOf` is of nodes that are then
 * on the page. */
export function focusAfter(
  focused: number | undefined,
  events: readonly RecordedEvent[],
  tagOf: (id: number) => string | undefined,
): number | undefined {
  let now = focused;
  for (const event of events) {
    const known = asKnown(event);
    if (known.type === eventType.plugin && (now === undefined || tagOf(now) === undefined))
      now = fieldOfKey(known.data, tagOf) ?? now;
    if (known.type !== eventType.incremental) continue;
    const { data } = known;
    if (data.source !== incrementalSource.mouseInteraction) continue;
    if (data.type === mouseInteraction.focus) now = data.id;
    if (data.type === mouseInteraction.blur && data.id === now) now = undefined;
  }
  return now;
}
