import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { gzipSync } from 'fflate';
import type { MadeKeyframe } from '#core/recording.ts';
import type { Ms } from '#core/time.ts';
import { keyframeOf } from '#dom/keyframe.ts';
import type { Page } from '#dom/page.ts';
import { PointerWatch } from '#dom/pointer-watch.ts';
import { eventType } from '#dom/rrweb-events.ts';
import { KeyframeWriter } from './keyframe-writer.ts';
import type { MendedEvent } from './mend-events.ts';

/** The longest stretch of activity without the whole page: what a seek may have to go through. */
export const keyframeMs = 30_000;
/** Of one object in storage. */
const maxBytes = 32 * 1024 * 1024;
/** Keyframes may take this room, and as many times that of the events: a huge page on which little
 * happens for hours would otherwise take gigabytes. */
const roomBytes = 32 * 1024 * 1024;
const roomRatio = 4;

type Told = Pick<MendedEvent, 'event' | 'at'>;

/** Says where chunks of one tab must begin so that the whole page is never far, and makes the
 * keyframes they begin with. `page` must hold all events pushed so far. */
export class KeyframeMaker {
  readonly #page: Page;
  readonly #pointer = new PointerWatch();
  readonly #writer = new KeyframeWriter();
  #wholeAt = 0;
  #last: MendedEvent['event'] | undefined;
  #room = roomBytes;
  #lastBytes = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Whether a chunk should begin with this event, which is not pushed yet. */
  isDue({ event, at }: Told): boolean {
    return at - this.#wholeAt >= keyframeMs || this.#beginsPage(event);
  }

  /** For the chunk that begins with this event, which is not pushed yet. */
  make({ event, at }: Told): MadeKeyframe | undefined {
    if (at - this.#wholeAt < keyframeMs || this.#beginsPage(event)) return undefined;
    this.#wholeAt = at;
    if (this.#last === undefined || this.#lastBytes > this.#room) return undefined;
    const { timestamp } = this.#last;
    const events = keyframeOf(this.#page, timestamp);
    const written = events && this.#writer.write([...events, ...this.#pointer.replay(timestamp)]);
    if (written === undefined) return undefined;
    const bytes = pack(written.json);
    const newSheets = written.newSheets.map((sheet) => ({
      sha256: sheet.sha256,
      bytes: pack(sheet.text),
    }));
    const sizes = [bytes, ...newSheets.map((sheet) => sheet.bytes)].map(({ length }) => length);
    this.#lastBytes = sizes.reduce((sum, size) => sum + size, 0);
    this.#room -= this.#lastBytes;
    if (Math.max(...sizes) > maxBytes) return undefined;
    this.#writer.stored(written);
    const hash = bytesToHex(sha256(bytes));
    return { bytes, sha256: hash, sheets: written.sheets, newSheets };
  }

  /** The chunk that begins at this time has a keyframe already. */
  wholeFrom(at: Ms): void {
    this.#wholeAt = at;
  }

  push({ event, at }: Told): void {
    if (event.type === eventType.fullSnapshot) this.#wholeAt = at;
    this.#pointer.push(event, this.#page);
    this.#last = event;
  }

  /** So many bytes of events were stored. */
  stored(bytes: number): void {
    this.#room += roomRatio * bytes;
  }

  #beginsPage({ type }: MendedEvent['event']): boolean {
    return (
      type === eventType.meta ||
      (type === eventType.fullSnapshot && this.#last?.type !== eventType.meta)
    );
  }
}

const pack = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 6, mtime: 0 });
