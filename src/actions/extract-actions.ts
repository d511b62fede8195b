import type { Action } from '#core/action.ts';
import { ms } from '#core/time.ts';
import { Page } from '#dom/page.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { ActionStream } from './action-stream.ts';
import { isKeyEvent } from './extract-keystrokes.ts';

/** The actions of a whole recording, in order of their start. */
export function extractActions(events: readonly RecordedEvent[]): Action[] {
  const stream = new ActionStream(events.some(isKeyEvent) ? 'exact' : 'inferred');
  const page = new Page();
  const startedAt = events[0]?.timestamp ?? 0;
  for (const [index, event] of events.entries()) {
    stream.push({ event, index, at: ms(Math.round(event.timestamp - startedAt)), page });
    page.apply(event);
  }
  stream.finish();
  return stream.take().sort(inOrder);
}

export function inOrder(a: Action, b: Action): number {
  return a.startsMs - b.startsMs || a.events[0] - b.events[0] || a.endsMs - b.endsMs;
}
