import { ms, type Ms, type Span } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { rushAt, stepClock } from './step-clock.ts';

export const slowest = 0.25;
export const fastest = 16;

/** The one clock of the screen: where in the session everything stands, and whether it runs. It
 * draws nothing and asks nobody the time; a view ticks it. */
export class Playhead {
  readonly durationMs: Ms;
  readonly #gaps: readonly Gap[];
  #at = $state.raw(ms(0));
  #playing = $state.raw(false);
  #speed = $state.raw(1);
  #skipIdle = $state.raw(true);
  #loop = $state.raw<Span | undefined>(undefined);
  #jumps = $state.raw(0);
  readonly #rushing = $derived.by(() => this.#isRushing());

  constructor(durationMs: Ms, gaps: readonly Gap[]) {
    this.durationMs = durationMs;
    this.#gaps = gaps;
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

  /** Counts how often the place changed otherwise than by running; whoever follows starts anew. */
  get jumps(): number {
    return this.#jumps;
  }

  /** Running quickly through a stretch in which nothing was recorded. */
  get rushing(): boolean {
    return this.#rushing;
  }

  /** A person goes somewhere. */
  seek(at: Ms): void {
    this.#at = this.#within(at);
    this.#jumps += 1;
  }

  /** The clock comes somewhere. */
  advance(at: Ms): void {
    this.#at = this.#within(at);
  }

  /** Lets `elapsedMs` of real time pass, if it runs. */
  tick(elapsedMs: number): void {
    if (!this.#playing) return;
    const step = stepClock(this.#at, elapsedMs, {
      durationMs: this.durationMs,
      gaps: this.#gaps,
      speed: this.#speed,
      skipIdle: this.#skipIdle,
      loop: this.#loop,
    });
    if (step.jumped) this.seek(step.at);
    else this.advance(step.at);
    if (step.ended) this.pause();
  }

  play(): void {
    if (this.#at >= this.durationMs) this.seek(this.#loop?.startsMs ?? ms(0));
    this.#playing = true;
  }

  pause(): void {
    this.#playing = false;
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  setSpeed(speed: number): void {
    this.#speed = Math.min(fastest, Math.max(slowest, speed));
  }

  setSkipIdle(on: boolean): void {
    this.#skipIdle = on;
  }

  setLoop(span: Span | undefined): void {
    this.#loop = span;
  }

  #isRushing(): boolean {
    const rules = { gaps: this.#gaps, skipIdle: this.#skipIdle };
    return this.#playing && rushAt(this.#at, rules) !== undefined;
  }

  #within(at: Ms): Ms {
    return ms(Math.min(this.durationMs, Math.max(0, at)));
  }
}
