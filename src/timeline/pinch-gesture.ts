/** Two fingers on a touch screen: the times they came down on stay under them. */

import type { Pin, Viewport } from './viewport.svelte.ts';
import { xToTime } from './time-scale.ts';

export class PinchGesture {
  readonly #pins = new Map<number, Pin>();

  /** True while two fingers or more are down, and nothing else may be made of them. */
  get active(): boolean {
    return this.#pins.size > 1;
  }

  press(pointer: number, x: number, viewport: Viewport): void {
    this.#pins.set(pointer, { x, at: xToTime(viewport, x) });
    // Those that were down already hold what is under them now.
    for (const [each, pin] of this.#pins)
      this.#pins.set(each, { x: pin.x, at: xToTime(viewport, pin.x) });
  }

  move(pointer: number, x: number, viewport: Viewport): void {
    const pin = this.#pins.get(pointer);
    if (pin === undefined) return;
    this.#pins.set(pointer, { ...pin, x });
    const [a, b] = this.#pins.values();
    if (a && b) viewport.pinch(a, b);
  }

  release(pointer: number): void {
    this.#pins.delete(pointer);
  }
}
