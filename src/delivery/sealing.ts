/** Closes recordings that are over and wholly delivered, and takes what is left of them off the shelf. */
import type { SessionId } from '#core/ids.ts';
import { ApiFailure } from './api-failure.ts';
import { Backoff } from './backoff.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { KeptRecording } from './kept-recording.ts';
import type { SealedHead } from './recorder-api.ts';
import type { Recordings } from './recordings.ts';
import { ShelfConflict } from './shelf.ts';

export class Sealing {
  readonly #tools: KeeperTools;
  readonly #recordings: Recordings;
  readonly #backoff = new Backoff();
  readonly #busy = new Set<SessionId>();

  constructor(tools: KeeperTools, recordings: Recordings) {
    this.#tools = tools;
    this.#recordings = recordings;
  }

  hurry(): void {
    this.#backoff.hurry();
  }

  /** True once it is sealed. */
  async run(kept: KeptRecording): Promise<boolean> {
    const { clock, chance } = this.#tools;
    const { session } = kept;
    if (this.#busy.has(session) || !this.#backoff.isDue(clock.now())) return false;
    this.#busy.add(session);
    try {
      if (!(await this.#shutDoor(session))) return false;
      await this.#seal(kept);
      await this.#recordings.forget(session);
      this.#backoff.succeeded();
      return true;
    } catch (error) {
      if (error instanceof ShelfConflict) return false;
      this.#backoff.failed(clock.now(), chance());
      return false;
    } finally {
      this.#busy.delete(session);
    }
  }

  /** From then on nothing can be added; false when there still is something to deliver. */
  async #shutDoor(session: SessionId): Promise<boolean> {
    const { shelf, places } = this.#tools;
    if (!(await this.#isEmpty(session))) return false;
    const door = places.door(session);
    const is = await shelf.read<string>(door);
    if (is === 'open')
      await shelf.write([
        { expect: door, is },
        { put: door, value: 'shut' },
      ]);
    if (await this.#isEmpty(session)) return true;
    await shelf.write([
      { expect: door, is: 'shut' },
      { put: door, value: 'open' },
    ]);
    return false;
  }

  async #isEmpty(session: SessionId): Promise<boolean> {
    const { shelf, places } = this.#tools;
    for (const prefix of [places.owners, places.journal, places.queue])
      if ((await shelf.keys(prefix.call(places, session))).length > 0) return false;
    return true;
  }

  async #seal(kept: KeptRecording): Promise<void> {
    const rows = [...(await this.#recordings.streams(kept.session))];
    const head: SealedHead = {
      chunks: Object.fromEntries(rows.map(([tab, row]) => [tab, row.seq])),
      gaps: rows
        .flatMap(([, row]) => row.gaps.filter(({ reason }) => reason === 'lost'))
        .sort((a, b) => a.startsMs - b.startsMs),
    };
    const { api } = this.#tools;
    try {
      await api.seal(kept, head);
    } catch (error) {
      // A final answer: it was sealed by time, or taken back from elsewhere.
      if (!(error instanceof ApiFailure) || error.kind === 'offline') throw error;
    }
  }
}
