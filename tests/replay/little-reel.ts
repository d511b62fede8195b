import { ms, type EpochMs, type Ms } from '#core/time.ts';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import type { ReelToScreen } from '#reel/reel-messages.ts';
import type { Scene } from '#reel/scene.ts';
import { settle } from './settle.ts';

/** Says to a screen what the reel would, of recordings that are all at hand. */
export class LittleReel {
  readonly #tabs: readonly (readonly RecordedEvent[])[];
  readonly #startedAt: EpochMs;
  #ticket = 0;

  constructor(tabs: readonly (readonly RecordedEvent[])[], startedAt: EpochMs) {
    this.#tabs = tabs;
    this.#startedAt = startedAt;
  }

  get ticket(): number {
    return this.#ticket;
  }

  /** The page of a tab at `at`, all that follows on it, and the pages after it. */
  show(tab: number, at: Ms): ReelToScreen[] {
    const ticket = (this.#ticket += 1);
    const events = this.#tabs[tab] ?? [];
    const time = settle(events, this.#startedAt + at);
    let from = events.findIndex(({ timestamp }) => timestamp >= time);
    if (from < 0) from = events.length;
    const page = new Page();
    for (const event of events.slice(0, from)) page.apply(event);
    const scenes: Scene[] = [this.#scene(ticket, tab, at, page, time, events, from)];
    for (let index = from; index < events.length; index += 1) {
      const event = events[index] as RecordedEvent;
      page.apply(event);
      if (event.type !== eventType.fullSnapshot) continue;
      const next = event.timestamp + 1;
      // What was told in the same moment belongs to the page.
      while ((events[index + 1]?.timestamp ?? Infinity) < next)
        page.apply(events[(index += 1)] as RecordedEvent);
      const due = ms(next - this.#startedAt);
      scenes.push(this.#scene(ticket, tab, due, page, next, events, index + 1));
    }
    return scenes.map((scene) => ({ kind: 'scene', scene }));
  }

  /** The same page goes on to `at`. */
  advance(at: Ms): ReelToScreen {
    return { kind: 'advance', ticket: (this.#ticket += 1), at };
  }

  #scene(
    ticket: number,
    tab: number,
    at: Ms,
    page: Page,
    time: number,
    events: readonly RecordedEvent[],
    from: number,
  ): Scene {
    const written = keyframeOf(page, time);
    if (written === undefined) throw new Error(`no page at ${at}`);
    const next = events.findIndex(
      ({ type }, index) =>
        index >= from && (type === eventType.meta || type === eventType.fullSnapshot),
    );
    const ahead = events.slice(from, next < 0 ? undefined : next);
    // A worker hands on copies.
    return structuredClone({
      ticket,
      tab,
      at,
      page: written,
      ahead: { events: ahead, until: ms(Number.MAX_SAFE_INTEGER) },
    });
  }
}
