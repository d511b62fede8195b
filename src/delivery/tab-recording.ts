/** One page's part in a recording, from the message `recording` to its last event. */
import type { SessionId } from '#core/ids.ts';
import { unreachable } from '#core/unreachable.ts';
import { Arrivals } from './arrivals.ts';
import { isPast } from './clock.ts';
import type { EventBatch, FromKeeper, ToKeeper } from './keeper-messages.ts';
import type { KeeperParts, WantedTab } from './keeper-parts.ts';
import type { Ending, KeptRecording } from './kept-recording.ts';
import type { Line } from './line.ts';
import type { TabStream } from './tab-stream.ts';

/** How long a page that does not say `leave` may still hand over what it captured before a stop. */
const graceMs = 10_000;

export class TabRecording {
  readonly #line: Line<FromKeeper, ToKeeper>;
  readonly #parts: KeeperParts;
  readonly #tab: number;
  readonly #arrivals: Arrivals;
  #kept: KeptRecording;
  #paused: boolean;
  /** Until when late events are taken, and whether a new recording follows. */
  #closing: { readonly until: number; readonly renew: boolean } | undefined;
  #said = '';

  private constructor(
    line: Line<FromKeeper, ToKeeper>,
    parts: KeeperParts,
    kept: KeptRecording,
    { tab, stream }: { readonly tab: number; readonly stream: TabStream },
  ) {
    this.#line = line;
    this.#parts = parts;
    this.#kept = kept;
    this.#tab = tab;
    this.#paused = kept.paused;
    this.#arrivals = new Arrivals(stream, parts.clock);
  }

  /** Gives the page a tab, its old one where it can have it, and tells it to begin. */
  static async begin(
    line: Line<FromKeeper, ToKeeper>,
    parts: KeeperParts,
    kept: KeptRecording,
    wanted: WantedTab | undefined,
  ): Promise<TabRecording> {
    const recording = new TabRecording(line, parts, kept, await parts.placeTab(kept, wanted));
    recording.#tellPage();
    return recording;
  }

  /** For the page whose recording ended while its line was broken: it captures nothing more, and
   * hands over what it has. Undefined where another page has its tab. */
  static async end(
    line: Line<FromKeeper, ToKeeper>,
    parts: KeeperParts,
    kept: KeptRecording,
    { tab, from }: WantedTab,
  ): Promise<TabRecording | undefined> {
    const stream = await parts.streams.hold(kept, tab, from);
    if (!stream) return undefined;
    const recording = new TabRecording(line, parts, { ...kept, paused: true }, { tab, stream });
    recording.#tellPage();
    recording.#close({ kind: 'stopped' });
    return recording;
  }

  get kept(): KeptRecording {
    return this.#kept;
  }
  get session(): SessionId {
    return this.#kept.session;
  }
  /** The page was told that it is over. */
  get isClosing(): boolean {
    return this.#closing !== undefined;
  }

  tellDelivery(message: FromKeeper & { kind: 'delivery' }): void {
    const said = JSON.stringify(message);
    if (this.isClosing || said === this.#said) return;
    this.#said = said;
    this.#line.send(message);
  }

  async take({ session, tab, first, events }: EventBatch): Promise<void> {
    if (session !== this.session || tab !== this.#tab) return;
    this.#parts.sawEvents(session);
    const wasFull = this.#arrivals.isFull;
    await this.#sayKept(() => this.#arrivals.take({ first, events }));
    if (!wasFull && this.#arrivals.isFull) this.#line.send({ kind: 'paused' });
  }

  /** `saysAll`: the page said that it handed over everything. */
  async leave(saysAll: boolean): Promise<void> {
    // Whatever fails, the stream is nobody's from here on.
    this.letGo();
    await this.#sayKept(() => this.#arrivals.settle(true));
    if (!this.#arrivals.isComplete) return;
    await this.#parts.streams.close(this.session, this.#tab, saysAll && this.#arrivals.isEmpty);
  }

  letGo(): void {
    this.#parts.streams.letGo(this.session, this.#tab);
  }

  drop(): void {
    this.#parts.streams.drop(this.session, this.#tab);
  }

  async change(change: { readonly paused: boolean } | { readonly ending: Ending }): Promise<void> {
    if (this.isClosing) return;
    await this.#parts.recordings.change(this.session, (kept) =>
      kept.ending === undefined ? { ...kept, ...change } : kept,
    );
    this.#parts.changed();
  }

  /** Tells the page what others did to the recording; false when it is gone. */
  async look(): Promise<boolean> {
    if (this.isClosing) return true;
    const kept = await this.#parts.recordings.read(this.session);
    if (!kept) return false;
    this.#kept = kept;
    if (kept.ending) this.#close(kept.ending);
    else if (kept.paused !== this.#paused) await this.#switch(kept.paused);
    return true;
  }

  /** `renew`: it is over, and another one follows. */
  async tick(): Promise<'goes on' | 'over' | 'renew'> {
    await this.#sayKept(async () => {
      const roomAgain = await this.#arrivals.tick();
      if (roomAgain && !this.#paused) await this.#switch(false);
    });
    const closing = this.#closing;
    if (!closing || !isPast(closing.until, this.#parts.clock.now(), graceMs)) return 'goes on';
    await this.leave(false);
    return closing.renew ? 'renew' : 'over';
  }

  /** After the stream was given to another keeper, as if this one were dead: takes it back, unless
   * another page had it in between. */
  async takeBack(): Promise<boolean> {
    const stream = await this.#parts.streams.hold(this.#kept, this.#tab);
    if (!stream) return false;
    if (!this.#arrivals.continueOn(stream)) {
      this.letGo();
      return false;
    }
    await this.#sayKept(() => this.#arrivals.settle(false));
    return true;
  }

  #tellPage(): void {
    const { session, startedAt, salt, terms, purposes, paused } = this.#kept;
    const next = this.#arrivals.kept + 1;
    const told = { session, tab: this.#tab, next, startedAt, salt, terms, purposes, paused };
    const myRecordingsUrl = this.#parts.myRecordingsUrl(this.#kept);
    this.#line.send({ kind: 'recording', recording: { ...told, myRecordingsUrl } });
  }

  async #switch(paused: boolean): Promise<void> {
    this.#paused = paused;
    if (!paused) await this.#parts.streams.reopen(this.session, this.#tab);
    this.#line.send({ kind: paused ? 'paused' : 'resumed' });
    if (paused) await this.#parts.streams.cut(this.session, this.#tab);
  }

  #close(ending: Ending): void {
    const until = this.#parts.clock.now() + graceMs;
    this.#closing = { until, renew: ending.kind === 'terms' };
    switch (ending.kind) {
      case 'stopped':
        return this.#line.send({ kind: 'ended', why: 'stopped' });
      case 'terms':
        return this.#line.send({ kind: 'paused' });
      case 'refused':
        return this.#line.send({ kind: 'refused', why: ending.why });
      default:
        return unreachable(ending);
    }
  }

  async #sayKept(work: () => Promise<unknown>): Promise<void> {
    const before = this.#arrivals.kept;
    await work();
    const through = this.#arrivals.kept;
    if (through > before) this.#line.send({ kind: 'kept', through });
  }
}
