import rrwebPlayer from 'rrweb-player';
import { ms, type EpochMs, type Ms } from '#core/time.ts';
import { EventGuard } from './event-guard.ts';
import { EventIndex, type PointerSpot } from './event-index.ts';
import { boxOf, placeOf, scrollTo, type Box, type Size, type Spot } from './page-geometry.ts';
import { changesPage, nothingAt, type RecordedEvent } from './recorded-event.ts';

type Replayer = ReturnType<rrwebPlayer['getReplayer']>;

/** What of the replayer is private and touched here, as it stands in the pinned version. */
interface Innards {
  readonly service: {
    readonly state: { readonly context: { events: RecordedEvent[]; lastPlayedEvent: unknown } };
  };
  waitForStylesheetLoad: () => void;
}

/** Recorded scrolls were animated and anchored already; once more would add to them. */
const steady = ['* { scroll-behavior: auto !important; overflow-anchor: none !important; }'];

/** One tab in rrweb's player, made to seek exactly; the only file that knows the player's insides.
 *
 * A seek to T leaves the page as it was just before T: with every event earlier than T and none
 * else. The replayer gets there by itself only from a fresh start, so it is told each time what it
 * has already applied: nothing (it rebuilds), or all up to a time (it goes on from there). */
export class PlayerAdapter {
  readonly #startedAt: EpochMs;
  readonly #target: HTMLElement;
  readonly #guard = new EventGuard();
  readonly #index = new EventIndex();
  #player: rrwebPlayer | undefined;
  #firstAt = 0;
  /** Time of the last event on the page; undefined while nothing is certain. */
  #appliedAt: number | undefined;
  #stoodAt = 0;
  #playing = false;
  #page: Size = { width: 0, height: 0 };
  /** Called when the recorded window gets another size. */
  onResize: (page: Size) => void = () => undefined;

  constructor(target: HTMLElement, startedAt: EpochMs) {
    this.#target = target;
    this.#startedAt = startedAt;
  }

  /** Takes the first events, one of them a full snapshot, and shows the first page. */
  async load(events: readonly RecordedEvent[]): Promise<void> {
    const own = this.#guard.copy(events);
    this.#index.add(events);
    this.#firstAt = own[0]?.timestamp ?? this.#startedAt;
    this.#player = new rrwebPlayer({
      target: this.#target,
      props: {
        // A last event that never comes: at a real one the replayer would stop itself, later.
        events: [...own, nothingAt(Number.MAX_SAFE_INTEGER)],
        showController: false,
        autoPlay: false,
        skipInactive: false,
        mouseTail: false,
        showWarning: false,
        triggerFocus: false,
        insertStyleRules: steady,
        plugins: [{ handler: (event) => this.#noteApplied(event as RecordedEvent) }],
      },
    });
    this.#innards.waitForStylesheetLoad = () => undefined;
    this.#replayer.on('resize', (size) => {
      this.#page = size as Size;
      this.onResize(this.#page);
    });
    // The constructor builds the first page in tasks of its own; a seek must come after them.
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.seek(ms(this.#firstAt - this.#startedAt));
  }

  /** Takes the events that follow those already taken. */
  append(events: readonly RecordedEvent[]): void {
    const own = this.#guard.copy(events);
    this.#index.add(events);
    const { events: all } = this.#innards.service.state.context;
    const end = all.pop() as RecordedEvent;
    for (const event of own) all.push(event);
    all.push(end);
    if (this.#playing) this.#run(this.#now());
  }

  seek(at: Ms): void {
    this.#halt();
    this.#stoodAt = this.#index.settle(this.#startedAt + at);
    const wanted = this.#index.lastChangeBefore(this.#stoodAt);
    if (wanted !== this.#appliedAt) {
      this.#tellApplied(wanted);
      this.#replayer.pause(this.#stoodAt - this.#firstAt);
    }
    this.#scrollAsRecorded();
  }

  play(at: Ms, speed: number): void {
    this.#halt();
    this.#replayer.setConfig({ speed });
    this.#run(this.#index.settle(this.#startedAt + at));
  }

  pause(): void {
    this.#halt();
    this.#scrollAsRecorded();
  }

  time(): Ms {
    return ms(this.#now() - this.#startedAt);
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Size of the recorded window, in CSS px. */
  get page(): Size {
    return this.#page;
  }

  /** Fits all of the page into this much room; it is never enlarged. */
  fit(width: number, height: number): void {
    this.#player?.$set({ width, height });
    this.#player?.triggerResize();
  }

  /** Where a node of the page stands, if it does. */
  nodeBox(id: number): Box | undefined {
    const node = this.#replayer.getMirror().getNode(id);
    if (node?.nodeType !== Node.ELEMENT_NODE) return undefined;
    return boxOf(node as Element, this.#replayer.iframe);
  }

  /** Where the pointer is now. */
  pointer(): Spot | undefined {
    return this.#place(this.#index.pointerAt(this.#now()));
  }

  /** Where a button was pressed, or a finger put down, at most `withinMs` ago. */
  press(withinMs: number): Spot | undefined {
    return this.#place(this.#index.pressAt(this.#now(), withinMs));
  }

  get #replayer(): Replayer {
    if (this.#player === undefined) throw new Error('nothing was loaded yet');
    return this.#player.getReplayer();
  }

  get #innards(): Innards {
    return this.#replayer as unknown as Innards;
  }

  #now(): number {
    return this.#playing ? this.#firstAt + this.#replayer.getCurrentTime() : this.#stoodAt;
  }

  #halt(): void {
    if (!this.#playing) return;
    this.#stoodAt = this.#now();
    this.#playing = false;
    this.#replayer.pause();
    // A smooth scroll on its way ends a frame or two later, and adds to where the box was put.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#scrollAsRecorded()));
  }

  #run(from: number): void {
    this.#stoodAt = from;
    this.#tellApplied(this.#index.lastChangeBefore(from));
    this.#replayer.play(from - this.#firstAt);
    this.#scrollAsRecorded();
    this.#playing = true;
  }

  #tellApplied(wanted: number | undefined): void {
    const onPage = this.#appliedAt;
    const goOn = onPage !== undefined && wanted !== undefined && onPage <= wanted;
    if (!goOn) this.#appliedAt = undefined;
    this.#innards.service.state.context.lastPlayedEvent = goOn ? nothingAt(onPage) : null;
  }

  #noteApplied(event: RecordedEvent): void {
    if (changesPage(event)) this.#appliedAt = event.timestamp;
  }

  /** The replayer loses scrolls to pages that scroll smoothly and to boxes filled later. */
  #scrollAsRecorded(): void {
    if (this.#playing) return;
    const mirror = this.#replayer.getMirror();
    for (const scroll of this.#index.scrollsBefore(this.#stoodAt).values())
      scrollTo(mirror.getNode(scroll.node), scroll);
  }

  #place(spot: PointerSpot | undefined): Spot | undefined {
    if (spot === undefined) return undefined;
    return placeOf(spot, this.#replayer.getMirror().getNode(spot.node), this.#replayer.iframe);
  }
}
