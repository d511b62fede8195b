/** Where the bench seeks, and what the page was there. */
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { SeededRandom } from '#tests/demo/seeded-random.ts';

export interface Moment {
  /** Since the session's start. */
  readonly atMs: number;
  /** The page right before, as a replay can begin with it. */
  readonly page: readonly RecordedEvent[];
}

const places = 24;
/** How far it goes back from each place, and on again. */
export const stepMs = 1000;

/** Two moments for each of some places all over the session, in a shuffled order: the place, and a
 * second before it. The pages are folded by `dom`. */
export function momentsOf(
  events: Iterable<string>,
  startedAt: number,
  durationMs: number,
): Moment[] {
  const random = new SeededRandom(32);
  const times = Array.from({ length: places }, () =>
    Math.round(random.between(0.01, 0.99) * durationMs),
  ).flatMap((atMs) => [atMs, atMs - stepMs]);
  const waiting = [...times].sort((a, b) => a - b);
  const pages = new Map<number, readonly RecordedEvent[]>();
  const page = new Page();
  for (const json of events) {
    const event = JSON.parse(json) as RecordedEvent;
    while (waiting[0] !== undefined && event.timestamp >= startedAt + waiting[0]) {
      const atMs = waiting.shift()!;
      pages.set(atMs, keyframeOf(page, startedAt + atMs) ?? []);
    }
    page.apply(event);
  }
  return times.map((atMs) => ({ atMs, page: pages.get(atMs) ?? [] }));
}
