/** A page that prints what rrweb alone shows of events. */
import type { RecordedEvent } from '#frame/recorded-event.ts';
import { freshPrint } from './fresh-replay.ts';

const harness = {
  print: (events: RecordedEvent[], at: number): Promise<string> => freshPrint(events, at),
};

export type KeyframeHarness = typeof harness;

Object.assign(window, { harness });
