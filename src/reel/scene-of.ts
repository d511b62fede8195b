import type { Ms } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import type { KeptPage } from './kept-pages.ts';
import { batchMs, markEvent } from '#dom/pointer-watch.ts';
import type { Scene } from './scene.ts';

/** A page as a scene at `at`. `following` are the events after it, which may tell of pointer
 * positions from before `time`, in epoch milliseconds. */
export function sceneOf(
  { tab, page, marks: told, focused }: KeptPage,
  at: Ms,
  time: number,
  following: readonly RecordedEvent[],
): Omit<Scene, 'ticket'> {
  let marks = told;
  for (const event of following) {
    if (event.timestamp >= time + batchMs) break;
    try {
      marks = markEvent(marks, event, time);
    } catch {
      // What can't be read tells nothing.
    }
  }
  return { tab, at, page, ...marks, focused, ahead: { events: [], until: at } };
}
