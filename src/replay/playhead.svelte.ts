import { contains, ms, type Ms, type Span } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { crossingAt, planCrossings, type Crossing } from './crossings.ts';
import { stepClock } from './step-clock.ts';

/** What a person is offered, slowest first. */
export const speeds = [0.25, 0.5, 1, 1.5, 2, 4, 8, 16] as const;
export const slowest = speeds[0];
export const fastest = 16;

/** A frame that took longer, because the tab was hidden or the machine was busy, lets no more real time
 * pass than this: nothing is leapt over that was not shown. */
export const longestFrameMs = 250;

/** The one clock of the screen: where in the session everything stands, and whether it runs. It
 * draws nothing and asks nobody the time; a view ticks it. */
export class Playhead {
  readonly durationMs: Ms;
  readonly #recorded: readonly Gap[];
  #more = $state.raw<readonly Gap[]>([]);
  #at = $state.raw(ms(0));
  #playing = $state.raw(false);
  #speed = $state.raw(1);
  #skipIdle = $state.raw(true);
  #loop = $state.raw<Span | undefined>(undefined);
  #jumps = $state.raw(0);
  #spared = $state.raw<Gap | undefined>(undefined);
  readonly #gaps = $derived.by(() => [...this.#recorded, ...this.#more]);
  readonly #crossings = $derived(planCrossings(this.#gaps, this.#skipIdle, this.#spared));
  readonly #rush = $derived.by(() => this.#rushNow());
  readonly #rushing = $derived(this.#rush !== undefined);
  /** Where the clock was last set, and the real time it ran since: places are told from these two, so
   * that no frame's error is handed on to the next. */
  #set = { at: ms(0), ranMs: 0 };

  constructor(durationMs: Ms, gaps: readonly Gap[]) {
    this.durationMs = durationMs;
    this.#recorded = gaps;
  }

  get at(): Ms {
    return this.#at;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get speed(): number {
    return this.#speed;
  }

  get skipIdle(): boolean {
    return this.#skipIdle;
  }

  get loop(): Span | undefined {
    return this.#loop;
  }

  /** Those recorded, and those that turned up since. */
  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  /** Counts how often the place changed otherwise than by running; whoever follows starts anew. */
  get jumps(): number {
    return this.#jumps;
  }

  /** Running quickly through a stretch in which nothing was recorded. */
  get rushing(): boolean {
    return this.#rushing;
  }

  /** The stretch it runs quickly through right now. */
  get rush(): Gap | undefined {
    return this.#rush?.gap;
  }

  /** A person goes somewhere; behind a loop, from which it would not be come back to, they leave it. */
  seek(at: Ms): void {
    this.interrupt();
    this.#jumpTo(at);
    if (this.#loop && this.#at >= this.#loop.endsMs) this.#loop = undefined;
  }

  /** The clock comes somewhere. */
  advance(at: Ms): void {
    this.#place(at);
    this.#settle();
  }

  /** Lets `elapsedMs` of real time pass, if it runs. */
  tick(elapsedMs: number): void {
    if (!this.#playing) return;
    this.#set.ranMs += Math.min(longestFrameMs, Math.max(0, elapsedMs));
    const step = stepClock(this.#set.at, this.#set.ranMs, {
      durationMs: this.durationMs,
      crossings: this.#crossings,
      speed: this.#speed,
      loop: this.#loop,
    });
    if (step.jumped) this.#jumpTo(step.at);
    else this.#place(step.at);
    if (step.ended) this.pause();
  }

  play(): void {
    if (this.#at >= this.durationMs) this.seek(this.#loop?.startsMs ?? ms(0));
    this.#playing = true;
  }

  pause(): void {
    this.interrupt();
    this.#playing = false;
    this.#settle();
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /** Ends a rush where it is; the rest of that stretch plays as it was. */
  interrupt(): void {
    if (this.#rush === undefined) return;
    this.#spared = this.#rush.gap;
    this.#settle();
  }

  setSpeed(speed: number): void {
    this.#speed = Math.min(fastest, Math.max(slowest, speed));
    this.#settle();
  }

  /** To the next speed a person is offered. */
  changeSpeed(direction: 1 | -1): void {
    const next =
      direction === 1
        ? speeds.find((each) => each > this.#speed)
        : speeds.findLast((each) => each < this.#speed);
    if (next !== undefined) this.setSpeed(next);
  }

  setSkipIdle(on: boolean): void {
    this.#skipIdle = on;
    this.#spared = undefined;
    this.#settle();
  }

  /** Plays this again and again, from its start where the clock stands outside. */
  setLoop(span: Span | undefined): void {
    this.#loop = span && span.endsMs > span.startsMs ? span : undefined;
    if (this.#loop && !contains(this.#loop, this.#at)) this.seek(this.#loop.startsMs);
    this.#settle();
  }

  /** Stretches found to be empty while the session is open, such as chunks that can't be had. */
  setGaps(more: readonly Gap[]): void {
    this.#more = more;
    this.#settle();
  }

  #rushNow(): Crossing | undefined {
    if (!this.#playing) return undefined;
    const crossing = crossingAt(this.#crossings, this.#at);
    return crossing?.how === 'rush' ? crossing : undefined;
  }

  #jumpTo(at: Ms): void {
    this.#place(at);
    this.#settle();
    this.#jumps += 1;
  }

  #place(at: Ms): void {
    this.#at = ms(Math.min(this.durationMs, Math.max(0, at)));
    if (this.#spared === undefined || contains(this.#spared, this.#at)) return;
    this.#spared = undefined;
    this.#settle();
  }

  #settle(): void {
    this.#set = { at: this.#at, ranMs: 0 };
  }
}
