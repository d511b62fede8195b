import type { Keystroke } from '#core/keystroke.ts';
import { keystrokesPlugin } from '#core/plugin-events.ts';
import { ms } from '#core/time.ts';
import { Page } from '#dom/page.ts';
import { asKnown, eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import { KeystrokeStream } from './keystroke-stream.ts';

/**
 * The keystrokes of a whole recording in order. Exact where the recorder's plugin ran; otherwise
 * inferred from field values, and then marked so. The two are never mixed.
 */
export function extractKeystrokes(events: readonly RecordedEvent[]): Keystroke[] {
  const stream = new KeystrokeStream(events.some(isKeyEvent) ? 'exact' : 'inferred');
  const page = new Page();
  const startedAt = events[0]?.timestamp ?? 0;
  for (const [index, event] of events.entries()) {
    stream.push({ event, index, at: ms(Math.round(event.timestamp - startedAt)), page });
    page.apply(event);
  }
  stream.finish();
  return stream.take();
}

export function isKeyEvent(event: RecordedEvent): boolean {
  const known = asKnown(event);
  return known.type === eventType.plugin && known.data.plugin === keystrokesPlugin;
}
