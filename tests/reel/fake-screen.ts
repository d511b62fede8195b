/** What a screen does with what the reel sends, on a page without a browser. */
import type { EpochMs } from '#core/time.ts';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import type { ReelToScreen } from '#reel/reel-messages.ts';
import type { Scene } from '#reel/scene.ts';

export class FakeScreen {
  readonly #startedAt: EpochMs;
  readonly #again: (ticket: number) => void;
  #page = new Page();
  #at = 0;
  #ticket = 0;
  #waiting: (Scene | RecordedEvent)[] = [];
  #scene: Scene | undefined;

  constructor(startedAt: EpochMs, again: (ticket: number) => void) {
    this.#startedAt = startedAt;
    this.#again = again;
  }

  get ticket(): number {
    return this.#ticket;
  }

  get at(): number {
    return this.#at;
  }

  get scene(): Scene | undefined {
    return this.#scene;
  }

  take(message: ReelToScreen): void {
    if (message.kind === 'ahead') this.#waiting.push(...message.ahead.events);
    else if (message.kind === 'advance') this.#advance(message.ticket, message.at);
    else if (message.scene.ticket > this.#ticket) {
      this.#waiting = [];
      this.#show(message.scene);
    } else this.#waiting.push(message.scene);
  }

  tick(at: number): void {
    this.#at = Math.max(this.#at, at);
    for (;;) {
      const [next] = this.#waiting;
      if (next === undefined) return;
      if ('page' in next ? next.at > at : next.timestamp >= this.#startedAt + at) return;
      this.#waiting.shift();
      if ('page' in next) this.#show({ ...next, at: Math.max(this.#at, next.at) as Scene['at'] });
      else this.#page.apply(next);
    }
  }

  written(time: number): readonly RecordedEvent[] | undefined {
    return keyframeOf(this.#page, time);
  }

  #show(scene: Scene): void {
    this.#page = new Page();
    for (const event of scene.page) this.#page.apply(event);
    this.#ticket = scene.ticket;
    this.#at = scene.at;
    this.#scene = scene;
  }

  #advance(ticket: number, at: number): void {
    if (at < this.#at) return this.#again(ticket);
    this.#ticket = ticket;
    this.tick(at);
  }
}
