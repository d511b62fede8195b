/** The stretch of the session the timeline shows, and the width it shows it on. */

import { contains, ms, type Ms, type Span } from '#core/time.ts';
import type { View } from './time-scale.ts';

const narrowestMs = 10;
const marginShare = 1 / 8;
/** Where a page turn puts the playhead, and how close to the end it may come before the next. */
const landingShare = 0.1;
const leavingShare = 0.96;

/** A time, and where on screen it belongs. */
export interface Pin {
  readonly at: Ms;
  readonly x: number;
}

export class Viewport implements View {
  readonly durationMs: Ms;
  #startsMs = $state(0);
  #endsMs = $state(0);
  #widthPx = $state(1);
  #followedAt: Ms | undefined;

  constructor(durationMs: Ms) {
    this.durationMs = ms(Math.max(1, durationMs));
    this.#endsMs = this.durationMs;
  }

  get startsMs(): Ms {
    return ms(this.#startsMs);
  }

  get endsMs(): Ms {
    return ms(this.#endsMs);
  }

  get widthPx(): number {
    return this.#widthPx;
  }

  get msPerPx(): number {
    return (this.#endsMs - this.#startsMs) / this.#widthPx;
  }

  get isWhole(): boolean {
    return this.#endsMs - this.#startsMs >= this.durationMs;
  }

  resize(widthPx: number): void {
    this.#widthPx = Math.max(1, widthPx);
  }

  /** Comes `factor` times closer (or goes away, below 1), keeping `at` where it is on screen. */
  zoomAbout(at: Ms, factor: number): void {
    const before = this.#endsMs - this.#startsMs;
    const length = this.#clampLength(before / factor);
    const share = (at - this.#startsMs) / before;
    this.#place(at - share * length, length);
  }

  /** Zooms about `at` where it is shown, else about the middle. */
  zoomNear(at: Ms, factor: number): void {
    const middle = ms((this.#startsMs + this.#endsMs) / 2);
    this.zoomAbout(this.#shows(at) ? at : middle, factor);
  }

  panBy(by: number): void {
    this.#place(this.#startsMs + by, this.#endsMs - this.#startsMs);
  }

  panTo(startsMs: Ms): void {
    this.#place(startsMs, this.#endsMs - this.#startsMs);
  }

  show(span: Span): void {
    const length = this.#clampLength(span.endsMs - span.startsMs);
    const middle = (span.startsMs + span.endsMs) / 2;
    this.#place(middle - length / 2, length);
  }

  /** Shows it with some of what lies around it. */
  showWithMargin({ startsMs, endsMs }: Span): void {
    const margin = (endsMs - startsMs) * marginShare;
    this.show({ startsMs: ms(startsMs - margin), endsMs: ms(endsMs + margin) });
  }

  /** Holds two times at two places, as two fingers do; as near as it can where the ends forbid it. */
  pinch(a: Pin, b: Pin): void {
    if (Math.abs(a.x - b.x) < 1) return;
    const length = this.#clampLength(((b.at - a.at) / (b.x - a.x)) * this.#widthPx);
    const middleX = (a.x + b.x) / 2;
    const middle = (a.at + b.at) / 2;
    this.#place(middle - (middleX / this.#widthPx) * length, length);
  }

  fit(): void {
    this.#place(0, this.durationMs);
  }

  /** Moves as little as it must for `at` to be seen; from far away, to the middle. */
  reveal(at: Ms): void {
    this.#followedAt = at;
    if (at >= this.#startsMs && at <= this.#endsMs) return;
    const length = this.#endsMs - this.#startsMs;
    const past = at < this.#startsMs ? at - this.#startsMs : at - this.#endsMs;
    if (Math.abs(past) > length / 2) this.#place(at - length / 2, length);
    else this.panBy(past);
  }

  /** While playing: turns the page as the playhead reaches the end, unless a person looks elsewhere. */
  follow(at: Ms): void {
    const before = this.#followedAt;
    this.#followedAt = at;
    if (before !== undefined && !this.#shows(before)) return;
    const length = this.#endsMs - this.#startsMs;
    if (at < this.#startsMs || at > this.#startsMs + leavingShare * length)
      this.#place(at - landingShare * length, length);
  }

  #shows(at: Ms): boolean {
    return contains(this, at) || at === this.#endsMs;
  }

  #clampLength(length: number): number {
    return Math.min(this.durationMs, Math.max(Math.min(narrowestMs, this.durationMs), length));
  }

  #place(startsMs: number, length: number): void {
    const starts = Math.min(Math.max(0, startsMs), this.durationMs - length);
    this.#startsMs = starts;
    this.#endsMs = starts + length;
  }
}
