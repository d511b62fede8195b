import type { EpochMs, Ms } from '#core/time.ts';
import type { PageVisit } from '#core/track.ts';
import { unreachable } from '#core/unreachable.ts';
import type { ChunkLoader, LoadProgress } from '#reel/chunk-loader.ts';
import { linkFrame, type FrameLink } from './frame-link.ts';
import type { FromFrame, NodePlace } from '#frame/frame-messages.ts';
import { pageAt } from './page-at.ts';
import type { Size } from '#frame/page-geometry.ts';
import type { Playhead } from './playhead.svelte.ts';

export type StageStatus =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly sentence: string };

interface StageOptions {
  readonly playhead: Playhead;
  readonly loader: ChunkLoader;
  readonly pages: readonly PageVisit[];
  readonly startedAt: EpochMs;
}

/** How far the frame may stray from the playhead, in real time, before it is set right. */
const driftMs = 50;

/** How long the frame may take to come up. */
const patienceMs = 15_000;

/** The replay as the screen knows it: what has been loaded, which page is in front, and the frame
 * kept in step with the playhead. */
export class Stage {
  readonly #options: StageOptions;
  #status = $state.raw<StageStatus>({ kind: 'loading' });
  #progress = $state.raw<LoadProgress>({ loaded: 0, total: 0, bytes: 0 });
  #attempt = $state.raw({});
  #pageSize = $state.raw<Size | undefined>(undefined);
  #link: FrameLink | undefined;
  readonly #page = $derived.by(() => this.#pageInFront());
  readonly #waiting = $derived.by(() => this.#isWaiting());

  constructor(options: StageOptions) {
    this.#options = options;
    this.#progress = options.loader.nothingYet;
  }

  get status(): StageStatus {
    return this.#status;
  }

  get progress(): LoadProgress {
    return this.#progress;
  }

  /** Another one for each try, which needs a frame of its own. */
  get attempt(): object {
    return this.#attempt;
  }

  /** Size of the recorded window, in CSS px, once it is known. */
  get pageSize(): Size | undefined {
    return this.#pageSize;
  }

  /** The page in front at the playhead. */
  get page(): PageVisit | undefined {
    return this.#page;
  }

  /** The place of the playhead is not loaded yet, so the clock must stand. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** Loads the session into a frame that is about to come up. */
  open(frame: HTMLIFrameElement, replayUrl: string): { readonly stop: () => void } {
    const { loader, startedAt } = this.#options;
    const link = linkFrame(frame, replayUrl, (message) => this.#hear(message));
    this.#link = link;
    link.send({ kind: 'begin', startedAt });
    const slow = setTimeout(() => {
      if (this.#status.kind === 'loading' && this.#progress.loaded > 0)
        this.#fail(
          'The replay frame did not come up. Reload the page; if it stays away, the replay address may be blocked.',
        );
    }, patienceMs);
    void this.#load(link);
    return {
      stop: () => {
        clearTimeout(slow);
        loader.cancel();
        link.stop();
        if (this.#link === link) this.#link = undefined;
      },
    };
  }

  /** Tells the frame where to stand and whether to run. */
  follow(): void {
    const { playhead } = this.#options;
    this.#link?.send({
      kind: 'show',
      tab: this.#page?.tab ?? 0,
      at: playhead.at,
      speed: this.#runs() ? playhead.speed : undefined,
    });
  }

  highlight(place: NodePlace | undefined): void {
    this.#link?.send({ kind: 'highlight', place });
  }

  retry(): void {
    this.#status = { kind: 'loading' };
    this.#progress = this.#options.loader.nothingYet;
    this.#attempt = {};
  }

  #pageInFront(): PageVisit | undefined {
    return pageAt(this.#options.pages, this.#options.playhead.at);
  }

  #isWaiting(): boolean {
    const { loader, playhead } = this.#options;
    const next = loader.chunks[this.#progress.loaded];
    return this.#status.kind !== 'ready' || (next !== undefined && playhead.at >= next.startsMs);
  }

  #runs(): boolean {
    const { playhead } = this.#options;
    return playhead.playing && !playhead.rushing && !this.#waiting;
  }

  async #load(link: FrameLink): Promise<void> {
    const { loader } = this.#options;
    if (loader.chunks.length === 0) {
      this.#fail('This session holds no recorded chunks, so there is nothing to replay.');
      return;
    }
    const outcome = await loader.load((ref, events, progress) => {
      link.send({ kind: 'events', tab: ref.tab, events });
      this.#progress = progress;
    });
    if (this.#link === link && !outcome.ok)
      this.#fail(outcome.problems.map((problem) => problem.sentence).join(' '));
  }

  #hear(message: FromFrame): void {
    switch (message.kind) {
      case 'ready':
        if (this.#status.kind === 'loading') this.#status = { kind: 'ready' };
        return;
      case 'size':
        this.#pageSize = message;
        return;
      case 'time':
        this.#keepInStep(message.at);
        return;
      case 'failed':
        this.#fail(message.sentence);
        return;
      default:
        return unreachable(message);
    }
  }

  #keepInStep(frameAt: Ms): void {
    const { playhead } = this.#options;
    const drift = Math.abs(frameAt - playhead.at);
    if (this.#runs() && drift > driftMs * Math.max(1, playhead.speed)) this.follow();
  }

  #fail(sentence: string): void {
    this.#options.loader.cancel();
    this.#status = { kind: 'failed', sentence };
  }
}
