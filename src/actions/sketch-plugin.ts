import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { eventType } from '#dom/rrweb-events.ts';
import { sketchStart } from './sketch-session.ts';

/** An event of one of the recorder's plugins, `at` ms into a sketch. */
export function sketchPlugin(at: number, plugin: string, payload: object): RecordedEvent {
  return { type: eventType.plugin, data: { plugin, payload }, timestamp: sketchStart + at };
}

/** Events of several sketches as one recording. */
export function inTime(...parts: readonly (readonly RecordedEvent[])[]): RecordedEvent[] {
  return parts.flat().sort((a, b) => a.timestamp - b.timestamp);
}
