/** The page of the seek test: our adapter beside a fresh replay by rrweb itself. */
import { epochMs, ms, type Ms } from '#core/time.ts';
import { PlayerAdapter } from '#frame/player-adapter.ts';
import type { RecordedEvent } from '#frame/recorded-event.ts';
import {
  freshPrint,
  freshRoot,
  fullSnapshot,
  incremental,
  meta,
  pageOf,
  printPage,
  settled,
} from './fresh-replay.ts';

const pointer = 1;

let events: RecordedEvent[] = [];
let adapter: PlayerAdapter;
let adapterRoot: HTMLElement;
let startedAt = 0;

const harness = {
  /** Loads the first `share` of the events; the rest comes with `loadRest`. */
  async load(all: RecordedEvent[], share: number): Promise<number> {
    events = all.sort((a, b) => a.timestamp - b.timestamp);
    startedAt = events[0]!.timestamp;
    adapterRoot = freshRoot();
    adapter = new PlayerAdapter(adapterRoot, epochMs(startedAt));
    await adapter.load(events.slice(0, Math.ceil(events.length * share)));
    return events.at(-1)!.timestamp - startedAt;
  },

  loadRest(share: number): void {
    adapter.append(events.slice(Math.ceil(events.length * share)));
  },

  /** Nothing where both show the same page at `at`, else both prints. */
  async differ(at: number): Promise<{ ours: string; fresh: string } | undefined> {
    adapter.seek(ms(at));
    await settled();
    const ours = printPage(pageOf(adapterRoot));
    const fresh = await freshPrint(events, startedAt + at);
    return ours === fresh ? undefined : { ours, fresh };
  },

  /** Lets it run for a while, then stands still; tells where. */
  async run(at: number, speed: number, forMs: number): Promise<Ms> {
    adapter.play(ms(at), speed);
    await new Promise((resolve) => setTimeout(resolve, forMs));
    adapter.pause();
    return adapter.time();
  },

  /** Times, since the start, just after a batch of pointer moves: rrweb then thinks it stands where
   * the batch began, and does again what happened since. */
  afterPointer: (): number[] =>
    events
      .filter((event) => event.type === incremental && event.data.source === pointer)
      .map((event) => event.timestamp - startedAt + 1),

  /** Times, since the start, of page addresses and snapshots: where seeking is hardest. */
  edges: (): number[] =>
    events
      .filter((event) => event.type === meta || event.type === fullSnapshot)
      .map((event) => event.timestamp - startedAt),
};

export type SeekHarness = typeof harness;

Object.assign(window, { harness });
