/**
 * What a page could not hand over before it went away: masked events only, kept in localStorage for
 * the next page of this origin. Every call survives blocked or full storage.
 */
import type { EventBatch } from '#delivery/keeper-messages.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

/** `lostSince`: there was no room for events after this time (epoch ms). */
export type Tail = EventBatch & { readonly lostSince?: number };

type Place = Pick<EventBatch, 'session' | 'tab'>;

const prefix = 'tasktape.tail.';
const keyOf = ({ session, tab }: Place) => `${prefix}${session}.${tab}`;

/** `isCut`: events after these were not taken any more. */
export function writeTail(batch: EventBatch, isCut = false): void {
  for (let count = batch.events.length; ; count = Math.floor(count / 2)) {
    const events = batch.events.slice(0, count);
    const lost = isCut || count < batch.events.length;
    const tail: Tail = lost ? { ...batch, events, lostSince: timeBefore(batch, count) } : batch;
    try {
      localStorage.setItem(keyOf(batch), JSON.stringify(tail));
      return;
    } catch {
      if (count === 0) return;
    }
  }
}

/** The tail of this tab, or else one that another tab left behind. */
export function readTail(own: Place | undefined): Tail | undefined {
  try {
    const keys = tailKeys();
    const mine = own === undefined ? undefined : keyOf(own);
    const key = keys.find((each) => each === mine) ?? keys[0];
    const text = key === undefined ? null : localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Tail);
  } catch {
    return undefined;
  }
}

export function removeTail(tail: Place): void {
  try {
    localStorage.removeItem(keyOf(tail));
  } catch {
    // Nothing was ever written where storage is blocked.
  }
}

/** Removes the tails of one session, or of all. */
export function removeTails(session: string | undefined): void {
  const start = session === undefined ? prefix : `${prefix}${session}.`;
  try {
    for (const key of tailKeys()) if (key.startsWith(start)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

function tailKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

function timeBefore(batch: EventBatch, count: number): number {
  const event: RecordedEvent | undefined = batch.events[Math.max(0, count - 1)];
  return event?.timestamp ?? 0;
}
