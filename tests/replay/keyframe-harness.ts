/** The page of the keyframe test: records a restless page, and prints what events show. */
import { record } from '@rrweb/record';
import type { RecordedEvent } from '#frame/recorded-event.ts';
import { freshPrint } from './fresh-replay.ts';
import { RestlessPage } from './restless-page.ts';
import { seededNumbers } from './seeded-numbers.ts';

const rest = (delayMs: number) => new Promise((resolve) => setTimeout(resolve, delayMs));

const harness = {
  /** Some hundred changes, with a snapshot of all taken now and then. */
  async record(seed: number): Promise<unknown[]> {
    const page = new RestlessPage(seededNumbers(seed));
    await rest(100);
    const events: unknown[] = [];
    const stop = record({ emit: (event) => void events.push(event) });
    await rest(50);
    for (let step = 1; step <= 240; step += 1) {
      page.step();
      await rest(step % 6 === 0 ? 15 : 0);
      if (step % 60 !== 0) continue;
      await rest(150);
      record.takeFullSnapshot(true);
      await rest(150);
    }
    stop?.();
    return events;
  },

  print: (events: RecordedEvent[], at: number): Promise<string> => freshPrint(events, at),
};

export type KeyframeHarness = typeof harness;

Object.assign(window, { harness });
