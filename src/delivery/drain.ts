/** Sends what is queued, in order in each tab, and takes it off the shelf only once the database has it.
 * Sending twice does no harm; a lease keeps it rare. */
import type { SessionId } from '#core/ids.ts';
import { sheetPath } from '#core/recording.ts';
import { ApiFailure } from './api-failure.ts';
import { Backoff } from './backoff.ts';
import { isPast } from './clock.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { KeptRecording, QueuedChunk } from './kept-recording.ts';
import { ShelfConflict } from './shelf.ts';
import { numberAfter } from './shelf-places.ts';

/** Hears of every final answer, and how often in a row sending failed. */
type Refused = (
  kept: KeptRecording,
  tab: number,
  failure: ApiFailure,
  times: number,
) => Promise<void>;

/** A page may go while it sends; whoever comes next waits no longer than this. */
const leaseMs = 15_000;

export class Drain {
  readonly #tools: KeeperTools;
  readonly #refused: Refused;
  readonly #backoffs = new Map<string, Backoff>();
  readonly #busy = new Set<string>();

  constructor(tools: KeeperTools, refused: Refused) {
    this.#tools = tools;
    this.#refused = refused;
  }

  get isOnline(): boolean {
    return ![...this.#backoffs.values()].some((backoff) => backoff.failures > 0);
  }

  isBusyWith(session: SessionId): boolean {
    return [...this.#busy].some((name) => name.startsWith(session));
  }

  hurry(): void {
    for (const backoff of this.#backoffs.values()) backoff.hurry();
  }

  /** Starts on every tab of the recording that has something to send and is not being sent. */
  async run(kept: KeptRecording): Promise<void> {
    const { shelf, places } = this.#tools;
    const prefix = places.queue(kept.session);
    const keys = await shelf.keys(prefix);
    const tabs = new Set(keys.map((key) => numberAfter(key, prefix)));
    await Promise.all([...tabs].map((tab) => this.#drainTab(kept, tab)));
  }

  async #drainTab(kept: KeptRecording, tab: number): Promise<void> {
    const name = `${kept.session}/${tab}`;
    const backoff = this.#backoffs.get(name) ?? new Backoff();
    this.#backoffs.set(name, backoff);
    if (this.#busy.has(name) || !backoff.isDue(this.#tools.clock.now())) return;
    this.#busy.add(name);
    try {
      while (await this.#sendNext(kept, tab)) backoff.succeeded();
      backoff.succeeded();
    } catch (error) {
      backoff.failed(this.#tools.clock.now(), this.#tools.chance());
      if (error instanceof ApiFailure && error.kind !== 'offline')
        await this.#refused(kept, tab, error, backoff.failures);
    } finally {
      this.#busy.delete(name);
    }
  }

  /** False when nothing is left, or when another keeper is at it. */
  async #sendNext(kept: KeptRecording, tab: number): Promise<boolean> {
    const { shelf, places } = this.#tools;
    const [key] = await shelf.keys(places.queue(kept.session, tab));
    if (key === undefined || !(await this.#lease(kept, tab))) return false;
    const chunk = await shelf.read<QueuedChunk>(key);
    if (!chunk) return true;
    await this.#send(kept, chunk);
    await shelf.write([{ remove: key }]);
    return true;
  }

  /** What was recorded does not wait for a keyframe that is refused for good. */
  async #send(kept: KeptRecording, chunk: QueuedChunk): Promise<void> {
    const { keyframe, ...bare } = chunk;
    const { api } = this.#tools;
    const stem = `${kept.session}/${kept.capability}/${chunk.tab}-${chunk.seq}`;
    try {
      if (keyframe) {
        const path = `${stem}.key.json.gz`;
        for (const { sha256, bytes } of keyframe.newSheets ?? [])
          await api.upload(sheetPath(path, sha256), bytes);
        await api.upload(path, keyframe.bytes);
      }
      await api.upload(`${stem}.json.gz`, chunk.bytes);
      await api.commit(kept, chunk);
    } catch (error) {
      if (!keyframe || !(error instanceof ApiFailure) || error.kind === 'offline') throw error;
      await this.#send(kept, bare);
    }
  }

  async #lease(kept: KeptRecording, tab: number): Promise<boolean> {
    const { shelf, places, clock, keeperId } = this.#tools;
    const key = places.lease(kept.session, tab);
    const is = await shelf.read<string>(key);
    const [holder, until] = is?.split(' ') ?? [];
    const now = clock.now();
    if (holder !== undefined && holder !== keeperId && !isPast(Number(until), now, leaseMs))
      return false;
    try {
      await shelf.write([
        { expect: places.door(kept.session), is: await shelf.read(places.door(kept.session)) },
        { expect: key, is },
        { put: key, value: `${keeperId} ${now + leaseMs}` },
      ]);
      return true;
    } catch (error) {
      if (error instanceof ShelfConflict) return false;
      throw error;
    }
  }
}
