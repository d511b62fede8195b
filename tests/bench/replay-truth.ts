/** The judge of both sides: rrweb from a fresh start, and what one rebuild costs it. */
import { Replayer, type eventWithTime } from 'rrweb';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { freshPrint, freshRoot } from '#tests/replay/fresh-replay.ts';
import { painted } from './replay-side.ts';

const truth = {
  events: [] as RecordedEvent[],

  /** Of all events of a session, which are fetched once. */
  async load(address: string): Promise<void> {
    truth.events = (await (await fetch(`${address}/events.json`)).json()) as RecordedEvent[];
  },

  print: (at: number): Promise<string> => freshPrint(truth.events as never, at),

  printPage: (page: readonly RecordedEvent[], at: number): Promise<string> =>
    freshPrint(page as never, at),

  /** How long a fresh replayer takes from one snapshot to the painted page, in ms. */
  async rebuild(page: readonly RecordedEvent[]): Promise<number> {
    const root = freshRoot();
    const events = structuredClone(page) as unknown as eventWithTime[];
    const last = events.at(-1)!.timestamp;
    events.push({ type: 5, data: { tag: '', payload: '' }, timestamp: last + 1 });
    const began = performance.now();
    const replayer = new Replayer(events, { root, mouseTail: false, showWarning: false });
    replayer.pause(last + 1 - events[0]!.timestamp);
    await painted();
    const took = performance.now() - began;
    replayer.destroy();
    root.remove();
    return took;
  },
};

export type ReplayTruth = typeof truth;

Object.assign(window, { truth });
