/** Waits until a keeper has delivered and closed everything, and tells how far it is. */
import type { RecorderSettings } from '#delivery/keeper-messages.ts';
import type { Keeper } from '#delivery/keeper.ts';
import { ShelfPlaces, sizeIn } from '#delivery/shelf-places.ts';
import type { Shelf } from '#delivery/shelf.ts';
import { counted } from './print-result.ts';
import type { ProgressLine } from './progress-line.ts';

export interface Delivery {
  readonly keeper: Pick<Keeper, 'waiting' | 'hurry'>;
  readonly shelf: Shelf;
  readonly settings: RecorderSettings;
  readonly progress: ProgressLine;
  /** Aborted: don't wait any longer. */
  readonly signal: AbortSignal;
}

/** What could not be delivered now. */
export interface Undelivered {
  readonly chunks: number;
  readonly bytes: number;
  readonly isServerThere: boolean;
}

const lookMs = 200;
/** Without any progress: when the server is asked whether it is there, and when we stop waiting. */
const askAfterMs = 4000;
const giveUpAfterMs = 60_000;

export async function deliver(delivery: Delivery): Promise<Undelivered | undefined> {
  const { keeper, progress, signal } = delivery;
  let before = -1;
  let since = Date.now();
  let isServerThere = true;
  for (let asked = since; ;) {
    const waiting = await keeper.waiting();
    if (waiting === 0) break;
    const queue = await queued(delivery);
    if (waiting !== before) since = Date.now();
    before = waiting;
    progress.show(
      queue.chunks > 0 ? `Sending ${counted(queue.chunks, 'chunk')}` : 'Closing the recording',
    );
    const now = Date.now();
    if (now - since > askAfterMs && now - asked > askAfterMs) {
      asked = now;
      isServerThere = await answers(delivery.settings);
      if (isServerThere) keeper.hurry();
    }
    if (signal.aborted || !isServerThere || now - since > giveUpAfterMs) {
      progress.end();
      return { ...queue, isServerThere };
    }
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  progress.end();
  return undefined;
}

async function queued({ shelf, settings }: Delivery): Promise<{ chunks: number; bytes: number }> {
  const keys = await shelf.keys(new ShelfPlaces(settings).recordings);
  const sizes = keys.filter((key) => key.includes('/queue/')).map(sizeIn);
  return { chunks: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function answers({ url, key }: RecorderSettings): Promise<boolean> {
  return fetch(`${url}/rest/v1/`, {
    headers: { apikey: key },
    signal: AbortSignal.timeout(askAfterMs),
  }).then(
    ({ status }) => status < 500,
    () => false,
  );
}
