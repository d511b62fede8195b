import type { RecordedEvent } from '#dom/rrweb-events.ts';
import type { Scene } from '#reel/scene.ts';
import { PointerTrail } from './pointer-trail.ts';

/** A page and what happens on it until another page takes its place. */
export class Passage {
  readonly scene: Scene;
  readonly trail: PointerTrail;
  #events: RecordedEvent[] = [];
  #next = 0;

  constructor(scene: Scene) {
    this.scene = scene;
    this.trail = new PointerTrail(scene);
    this.push(scene.ahead.events);
  }

  /** Takes the events that follow those already taken. */
  push(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      this.#events.push(event);
      this.trail.take(event);
    }
  }

  /** Takes out all that happened before `at`, on the recording's own clock. */
  due(at: number): readonly RecordedEvent[] {
    const from = this.#next;
    for (let event = this.#events[from]; event && event.timestamp < at;)
      event = this.#events[++this.#next];
    const due = this.#events.slice(from, this.#next);
    if (this.#next > 1000) {
      this.#events = this.#events.slice(this.#next);
      this.#next = 0;
    }
    return due;
  }
}
