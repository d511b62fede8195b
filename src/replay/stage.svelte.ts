import type { ChunkRef } from '#core/session.ts';
import { contains, ms, type EpochMs, type Ms, type Span } from '#core/time.ts';
import type { Gap, PageVisit } from '#core/track.ts';
import { unreachable } from '#core/unreachable.ts';
import type { FromScreen, NodePlace } from '#frame/screen-messages.ts';
import type { FetchObject } from '#reel/reel-client.ts';
import type { FromReel, ReelProgress } from '#reel/reel-messages.ts';
import { unseen } from './crossings.ts';
import { MissingChunks } from './missing-chunks.svelte.ts';
import { pageAt } from './page-at.ts';
import type { Playhead } from './playhead.svelte.ts';
import type { Connect, StageLine } from './stage-line.ts';

export type StageStatus =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What of the page in front can't be shown as it was. */
export interface Withheld {
  readonly images: number;
  readonly media: number;
}

interface StageOptions {
  readonly playhead: Playhead;
  readonly chunks: readonly ChunkRef[];
  readonly fetchObject: FetchObject;
  readonly pages: readonly PageVisit[];
  readonly startedAt: EpochMs;
}

/** How often the reel is told where the clock stands. */
const clockMs = 250;
/** A pointer that only passes over the timeline fetches nothing. */
const hoverMs = 80;
/** How long the frame may take to come up. */
const patienceMs = 15_000;

const nothingYet: ReelProgress = { fetchedBytes: 0, retrying: 0, atHand: [] };

/** The replay as the screen knows it: what is wanted, what stands in the frame, and how far the clock
 * may run. */
export class Stage {
  readonly #options: StageOptions;
  #status = $state.raw<StageStatus>({ kind: 'loading' });
  #progress = $state.raw(nothingYet);
  readonly #missing = new MissingChunks();
  #attempt = $state.raw({});
  #pageSize = $state.raw<Size | undefined>(undefined);
  #withheld = $state.raw<Withheld>({ images: 0, media: 0 });
  #wanted = $state.raw(0);
  #shown = $state.raw(0);
  #until = $state.raw(ms(0));
  #line: StageLine | undefined;
  /** Of the last wish: it stands until the clock jumps or another tab comes to the front. */
  #wish: { readonly tab: number; readonly jumps: number } | undefined;
  #clockToldAt = 0;
  #hover: ReturnType<typeof setTimeout> | undefined;
  #foundEvent: (at: Ms | undefined) => void = () => undefined;
  readonly #page = $derived.by(() => this.#pageInFront());
  readonly #missingHere = $derived.by(() => this.#whyMissing());
  readonly #blank = $derived.by(() => this.#blankHere());
  readonly #waiting = $derived.by(() => this.#isWaiting());

  constructor(options: StageOptions) {
    this.#options = options;
  }

  get status(): StageStatus {
    return this.#status;
  }

  get progress(): ReelProgress {
    return this.#progress;
  }

  /** Stretches whose chunks can't be had or read. */
  get missing(): readonly Gap[] {
    return this.#missing.gaps;
  }

  /** Why what was recorded at the playhead can't be shown, where it can't: the page on the screen is
   * then one from before. */
  get whyMissing(): string | undefined {
    return this.#missingHere;
  }

  /** The stretch at the playhead that is blank, since it is not work: nothing of it is shown. */
  get blank(): Gap | undefined {
    return this.#blank;
  }

  /** Stretches that can be shown without the network. */
  get atHand(): readonly Span[] {
    return this.#progress.atHand;
  }

  /** Another one for each try, which needs a frame of its own. */
  get attempt(): object {
    return this.#attempt;
  }

  /** Size of the recorded window, in CSS px, once it is known. */
  get pageSize(): Size | undefined {
    return this.#pageSize;
  }

  get withheld(): Withheld {
    return this.#withheld;
  }

  /** The page in front at the playhead. */
  get page(): PageVisit | undefined {
    return this.#page;
  }

  /** How many tabs were recorded. */
  get tabs(): number {
    const { pages } = this.#options;
    return pages.filter(({ tab }, at) => pages.findIndex((page) => page.tab === tab) === at).length;
  }

  /** What stands at the playhead is not on the screen yet, so the clock must stand. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** Shows the session over a line to a frame and a reel of its own. */
  open(connect: Connect): { readonly stop: () => void } {
    const { startedAt, chunks, fetchObject } = this.#options;
    const line = connect({
      startedAt,
      chunks,
      fetchObject,
      hearFrame: (message) => this.#hearScreen(message),
      hearReel: (message) => this.#hearReel(message),
      onBroken: (sentence) => this.#fail(sentence),
    });
    this.#line = line;
    this.#wish = undefined;
    line.tellFrame({ kind: 'begin', startedAt });
    const slow = setTimeout(() => this.#missFrame(), patienceMs);
    if (chunks.length === 0)
      this.#fail('This session holds no recorded chunks, so there is nothing to replay.');
    else this.follow();
    return {
      stop: () => {
        clearTimeout(slow);
        clearTimeout(this.#hover);
        this.#foundEvent(undefined);
        line.stop();
        if (this.#line === line) this.#line = undefined;
      },
    };
  }

  /** Goes where the clock jumped to, and to the tab that came to the front. */
  follow(): void {
    const { playhead } = this.#options;
    const wish = { tab: this.#page?.tab ?? 0, jumps: playhead.jumps };
    const stands = wish.tab === this.#wish?.tab && wish.jumps === this.#wish.jumps;
    // Another place may well be shown.
    if (!stands && this.#status.kind === 'failed') this.retry();
    if (this.#line === undefined) return;
    if (!stands) {
      if (this.#missingHere !== undefined && !playhead.playing) this.#refetch();
      this.#wish = wish;
      this.#wanted += 1;
      this.#until = playhead.at;
      // Behind the cover of a blank stretch stands the page from before it.
      const at = this.#blank?.startsMs ?? playhead.at;
      this.#line.tellReel({ kind: 'show', ticket: this.#wanted, tab: wish.tab, at });
    }
    this.#tellClock();
  }

  /** The clock has run on: to be called after each of its ticks. */
  tick(): void {
    const { playhead } = this.#options;
    if (this.#page?.tab !== this.#wish?.tab || playhead.jumps !== this.#wish?.jumps) return;
    if (playhead.at > this.#until) playhead.advance(this.#until);
    this.#line?.tellFrame({ kind: 'tick', at: playhead.at });
    if (performance.now() - this.#clockToldAt >= clockMs) this.#tellClock();
  }

  /** A person may be about to go there. */
  hover(at: Ms | undefined): void {
    clearTimeout(this.#hover);
    this.#hover = setTimeout(() => this.#line?.tellReel({ kind: 'hover', at }), hoverMs);
  }

  /** Where the nearest event of the tab in front, strictly before (-1) or after (1) `at`, is. */
  nextEventAt(at: Ms, direction: 1 | -1): Promise<Ms | undefined> {
    this.#foundEvent(undefined);
    return new Promise((resolve) => {
      this.#foundEvent = resolve;
      if (this.#line === undefined) resolve(undefined);
      this.#line?.tellReel({ kind: 'find event', tab: this.#page?.tab ?? 0, at, direction });
    });
  }

  highlight(place: NodePlace | undefined): void {
    this.#line?.tellFrame({ kind: 'highlight', place });
  }

  retry(): void {
    this.#status = { kind: 'loading' };
    this.#progress = nothingYet;
    this.#forgetMissing();
    this.#attempt = {};
  }

  /** Has what is missing fetched once more, and what is wanted shown with it. */
  tryMissing(): void {
    if (this.#missing.gaps.length === 0 && this.#progress.retrying === 0) return;
    this.#refetch();
    this.#wish = undefined;
    this.follow();
  }

  #pageInFront(): PageVisit | undefined {
    return pageAt(this.#options.pages, this.#options.playhead.at);
  }

  #whyMissing(): string | undefined {
    return this.#missing.whyAt(this.#page?.tab ?? 0, this.#options.playhead.at);
  }

  #blankHere(): Gap | undefined {
    const { gaps, at, durationMs } = this.#options.playhead;
    // At the very end stands the page as such a stretch left it.
    const holds = (gap: Gap) => contains(gap, at) || (at >= durationMs && gap.endsMs >= at);
    return gaps.find((gap) => gap.reason === 'not-work' && holds(gap));
  }

  #isWaiting(): boolean {
    const { playhead } = this.#options;
    if (this.#status.kind !== 'ready' || this.#shown !== this.#wanted) return true;
    return playhead.playing && playhead.at >= this.#until;
  }

  #tellClock(): void {
    const { playhead } = this.#options;
    this.#clockToldAt = performance.now();
    const speed = playhead.playing ? playhead.speed : 0;
    this.#line?.tellReel({ kind: 'clock', at: playhead.at, speed });
  }

  #hearScreen(message: FromScreen): void {
    switch (message.kind) {
      case 'shown':
        this.#shown = message.ticket;
        if (message.ticket === this.#wanted) this.#status = { kind: 'ready' };
        return;
      case 'size':
        this.#pageSize = { width: message.width, height: message.height };
        return;
      case 'withheld':
        this.#withheld = { images: message.images, media: message.media };
        return;
      case 'failed':
        this.#fail(message.sentence);
        return;
      default:
        return unreachable(message);
    }
  }

  #hearReel(message: Exclude<FromReel, { kind: 'fetch' | 'never mind' }>): void {
    switch (message.kind) {
      case 'reach':
        if (message.ticket === this.#wanted) this.#until = message.until;
        return;
      case 'progress':
        this.#progress = message.progress;
        return;
      case 'missing':
        this.#missing.add(message);
        this.#tellGaps();
        return;
      case 'event found':
        this.#foundEvent(message.at);
        return;
      case 'failed':
        if (message.ticket === this.#wanted) this.#fail(message.sentence);
        return;
      default:
        return unreachable(message);
    }
  }

  #refetch(): void {
    this.#forgetMissing();
    this.#line?.tellReel({ kind: 'retry' });
  }

  #forgetMissing(): void {
    this.#missing.clear();
    this.#tellGaps();
  }

  /** Play crosses what can't be had while its tab is in front. */
  #tellGaps(): void {
    const { playhead, pages } = this.#options;
    playhead.setGaps(unseen(this.#missing.gaps, pages));
  }

  /** Scenes went out, and nothing came to be seen. */
  #missFrame(): void {
    if (this.#status.kind !== 'loading' || this.#progress.fetchedBytes === 0) return;
    this.#fail(
      'The replay frame did not come up. Reload the page; if it stays away, the replay address may be blocked.',
    );
  }

  #fail(sentence: string): void {
    this.#status = { kind: 'failed', sentence };
  }
}
