import type { ChunkRef } from '#core/session.ts';
import { ms, type Ms } from '#core/time.ts';
import { findEvent } from './find-event.ts';
import type { ToReel } from './reel-messages.ts';
import type { Known } from './settle.ts';

type Asked = Extract<ToReel, { kind: 'find event' }>;

/** The last question for the nearest event, until it is answered. */
export class Question {
  readonly #tell: (at: Ms | undefined) => void;
  #asked: Asked | undefined;

  constructor(tell: (at: Ms | undefined) => void) {
    this.#tell = tell;
  }

  /** What it asks about, while it is open. */
  get tab(): number | undefined {
    return this.#asked?.tab;
  }

  ask(asked: Asked): void {
    this.#asked = asked;
  }

  /** Answers it from what is known of its tab, or says which chunk must be read first. */
  answer(known: Known | undefined): ChunkRef | undefined {
    const asked = this.#asked;
    if (asked === undefined) return undefined;
    const startedAt = known?.startedAt ?? 0;
    const found = known && findEvent(known, { ...asked, time: startedAt + asked.at });
    if (found?.kind === 'unread') return known?.strip.slots[found.slot]?.ref;
    this.#asked = undefined;
    this.#tell(found?.kind === 'found' ? ms(found.time - startedAt) : undefined);
    return undefined;
  }
}
