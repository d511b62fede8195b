/** The page of one tab, folded from the beginning and by nothing but `dom`. */
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';

/** The time to fold to for what stood at `time`: a page's snapshot is waited for. */
export function settledTime(events: readonly RecordedEvent[], time: number): number {
  let metaAt: number | undefined;
  let inside: number | undefined;
  for (const { type, timestamp } of events) {
    if (type === eventType.meta) metaAt = timestamp;
    if (type !== eventType.fullSnapshot) continue;
    if (inside === undefined && time <= timestamp) return timestamp + 1;
    if ((metaAt ?? timestamp) <= time && time <= timestamp) return timestamp + 1;
    inside = timestamp;
    metaAt = undefined;
  }
  return time;
}

export function freshPage(events: readonly RecordedEvent[], time: number) {
  const page = new Page();
  for (const event of events) if (event.timestamp < time) page.apply(event);
  return keyframeOf(page, time);
}
