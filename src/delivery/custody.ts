/** What has to happen without any page asking for it, once a second: cutting, delivering, sealing,
 * taking back, and hearing whether recording may go on. */
import type { SessionId } from '#core/ids.ts';
import { Answers } from './answers.ts';
import type { ApiFailure } from './api-failure.ts';
import { Drain } from './drain.ts';
import type { HeldStreams } from './held-streams.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { Ending, KeptRecording } from './kept-recording.ts';
import type { Standing } from './recorder-api.ts';
import type { Recordings } from './recordings.ts';
import { Sealing } from './sealing.ts';
import { sizeIn } from './shelf-places.ts';
import type { TakingBack } from './taking-back.ts';
import type { Visit } from './visit.ts';

interface CustodyParts {
  readonly recordings: Recordings;
  readonly takingBack: TakingBack;
  readonly streams: HeldStreams;
  /** Tells every page of a recording that is gone from the shelf. */
  readonly ended: (session: SessionId, why: 'stopped' | 'discarded' | 'withdrawn') => void;
}

const standingEveryMs = 4000;
const orphansEveryTicks = 3;
/** So often a chunk is refused before it is given up. */
const refusals = 5;

export class Custody {
  readonly #tools: KeeperTools;
  readonly #parts: CustodyParts;
  readonly #drain: Drain;
  readonly #sealing: Sealing;
  readonly #asked = new Map<SessionId, number>();
  readonly #active = new Set<SessionId>();
  #ticks = 0;
  #ticking = false;

  constructor(tools: KeeperTools, parts: CustodyParts) {
    this.#tools = tools;
    this.#parts = parts;
    this.#drain = new Drain(tools, (...refused) => this.#refused(...refused));
    this.#sealing = new Sealing(tools, parts.recordings);
  }

  sawEvents(session: SessionId): void {
    this.#active.add(session);
  }

  hurry(): void {
    this.#drain.hurry();
    this.#sealing.hurry();
    this.#parts.takingBack.hurry();
  }

  async waiting(): Promise<number> {
    const { shelf, places } = this.#tools;
    const { recordings } = this.#parts;
    const sessions = await recordings.all();
    const sizes = await Promise.all(sessions.map((session) => this.#waitingOf(session)));
    const wishes = await shelf.keys(places.takingBack);
    // A recording that is not sealed yet is not delivered, even with nothing left to send.
    return sizes.reduce((sum, size) => sum + size, sessions.length + wishes.length);
  }

  async tick(visits: readonly Visit[]): Promise<void> {
    if (this.#ticking) return;
    this.#ticking = true;
    try {
      this.#ticks += 1;
      await Promise.all(visits.map((visit) => visit.tick()));
      await Promise.all(visits.map((visit) => visit.look()));
      await this.#parts.streams.tick();
      const sessions = await this.#parts.recordings.all();
      for (const session of sessions) await this.#tend(session, visits);
      void this.#parts.takingBack.run((session) => this.#drain.isBusyWith(session));
    } catch {
      // The shelf failed as a whole; nothing is lost by trying again in a second.
    } finally {
      this.#ticking = false;
    }
  }

  async #tend(session: SessionId, visits: readonly Visit[]): Promise<void> {
    const { recordings, streams } = this.#parts;
    let kept = await recordings.read(session);
    if (!kept) return;
    if (this.#ticks % orphansEveryTicks === 0) {
      await streams.closeOrphans(kept);
      if (!kept.ending && (await recordings.isAbandoned(kept)))
        kept = await this.#finish(session, { kind: 'stopped' });
      else if (!kept.ending && recordings.isTooLong(kept))
        kept = await this.#finish(session, { kind: 'terms' });
      if (!kept) return;
    }
    void this.#deliver(kept);
    if (this.#active.has(session)) void this.#askStanding(kept);
    await this.#tellDelivery(session, visits);
  }

  async #deliver(kept: KeptRecording): Promise<void> {
    await this.#drain.run(kept).catch(() => undefined);
    if (kept.ending && (await this.#sealing.run(kept).catch(() => false)))
      this.#parts.streams.dropAll(kept.session);
  }

  #finish(session: SessionId, ending: Ending): Promise<KeptRecording | undefined> {
    return this.#parts.recordings.change(session, (kept) =>
      kept.ending ? kept : { ...kept, ending },
    );
  }

  async #tellDelivery(session: SessionId, visits: readonly Visit[]): Promise<void> {
    const inIt = visits.filter((visit) => visit.session === session);
    if (inIt.length === 0) return;
    const waitingBytes = await this.#waitingOf(session);
    const { isOnline: online } = this.#drain;
    for (const visit of inIt) visit.tellDelivery({ kind: 'delivery', waitingBytes, online });
  }

  async #waitingOf(session: SessionId): Promise<number> {
    const { shelf, places } = this.#tools;
    const queued = await shelf.keys(places.queue(session));
    return queued.reduce((sum, key) => sum + sizeIn(key), 0);
  }

  async #askStanding(kept: KeptRecording): Promise<void> {
    const now = this.#tools.clock.now();
    const asked = this.#asked.get(kept.session);
    if (asked !== undefined && Math.abs(now - asked) < standingEveryMs) return;
    this.#asked.set(kept.session, now);
    this.#active.delete(kept.session);
    try {
      await this.#settle(kept, await this.#tools.api.standing(kept));
    } catch {
      // Offline, or a server that can't tell now: it is asked again.
    }
  }

  /** What the server says of the recording is done here too. True when it is over. */
  async #settle(kept: KeptRecording, { mayRecord, why, sentence }: Standing): Promise<boolean> {
    if (mayRecord) return false;
    switch (why) {
      case 'withdrawn':
      case 'discarded':
      case 'sealed':
        return this.#forget(kept, why);
      case 'notice':
      case 'policy':
        await this.#finish(kept.session, { kind: 'terms' });
        return false;
      default:
        await this.#finish(kept.session, { kind: 'refused', why: sentence });
        return false;
    }
  }

  async #forget(kept: KeptRecording, why: 'withdrawn' | 'discarded' | 'sealed'): Promise<boolean> {
    if (why === 'withdrawn')
      await this.#tools.shelf.write(await new Answers(this.#tools).declineAll());
    await this.#parts.recordings.forget(kept.session);
    this.#parts.ended(kept.session, why === 'sealed' ? 'stopped' : why);
    return true;
  }

  /** A chunk was refused. What the recording's standing does not explain ends this tab, but only when
   * it is said again and again: a proxy on the way may be out of order. */
  async #refused(kept: KeptRecording, tab: number, failure: ApiFailure, times: number) {
    const standing = await this.#tools.api.standing(kept).catch(() => undefined);
    if (!standing || (await this.#settle(kept, standing)) || times < refusals) return;
    await this.#finish(kept.session, { kind: 'refused', why: failure.message });
    await this.#giveUp(kept, tab);
  }

  /** Chunks behind one that is refused could only be refused too: their chain is broken. */
  async #giveUp(kept: KeptRecording, tab: number): Promise<void> {
    const { shelf, places } = this.#tools;
    const keys = await shelf.keys(places.queue(kept.session, tab));
    await shelf.write(keys.map((key) => ({ remove: key })));
  }
}
