import { strToU8 } from 'fflate';
import { navigationPlugin, type NavigationPayload } from '#core/plugin-events.ts';
import { ms, type Ms } from '#core/time.ts';
import {
  eventType,
  type FullSnapshotData,
  type MetaData,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';
import { addressOf } from './address-of.ts';
import { fate, type MendingPlan } from './plan-mending.ts';
import type { ReadOptions } from './read-bytes.ts';
import { readEvents } from './read-events.ts';
import type { RecordingSource } from './recording-source.ts';
import { refuseFile } from './refusal.ts';
import { rewriteTimestamp } from './rewrite-timestamp.ts';

/** One event as it will be stored. */
export interface MendedEvent {
  readonly event: RecordedEvent;
  /** Its JSON; the file's own bytes wherever nothing had to change. */
  readonly json: Uint8Array;
  readonly at: Ms;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Reads the file once more and yields its events in order, mended as planned. */
export async function* mendEvents(
  source: RecordingSource,
  plan: MendingPlan,
  viewport: Viewport,
  options: ReadOptions = {},
): AsyncGenerator<MendedEvent[]> {
  const waiting = new Map<number, MendedEvent[]>();
  const mender = new Mender(plan, viewport);
  let count = 0;
  let next = 0;
  for await (const items of readEvents(source, options)) {
    const batch: MendedEvent[] = [];
    for (const item of items) {
      if (item.kind !== 'event') continue;
      const i = count++;
      if (i >= plan.fates.length) throw changed;
      waiting.set(plan.ranks?.[i] ?? i, mender.retime(item.event, item.json, i));
      for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
        batch.push(...mender.finish(ready));
        waiting.delete(next++);
      }
    }
    if (batch.length > 0) yield batch;
  }
  if (count !== plan.fates.length) throw changed;
}

const changed = refuseFile('The file changed while it was being read. Import it again.');

type Retimed = MendedEvent & { readonly fate: number };

class Mender {
  readonly #plan: MendingPlan;
  #meta: MetaData;

  constructor(plan: MendingPlan, viewport: Viewport) {
    this.#plan = plan;
    this.#meta = { href: '', ...viewport };
  }

  /** What can be said of an event alone: its fate and its time. */
  retime(event: RecordedEvent, json: Uint8Array, i: number): Retimed[] {
    const timestamp = this.#plan.times[i] as number;
    if (this.#plan.fates[i] === fate.drop) return [];
    const at = ms(Math.round(timestamp - this.#plan.startedAt));
    const itsFate = this.#plan.fates[i] as number;
    if (timestamp === event.timestamp) return [{ event, json, at, fate: itsFate }];
    const mended = { ...event, timestamp };
    return [{ event: mended, json: rewriteTimestamp(json, timestamp), at, fate: itsFate }];
  }

  /** What depends on the events before it: whose page a snapshot shows. */
  finish(ready: readonly MendedEvent[]): MendedEvent[] {
    return (ready as readonly Retimed[]).flatMap(({ fate: itsFate, ...mended }) => {
      const { event, at } = mended;
      if (event.type === eventType.meta) this.#meta = event.data as MetaData;
      if (itsFate === fate.asNavigation) return [asNavigation(event, at)];
      if (itsFate !== fate.addMeta) return [mended];
      const href = addressOf((event.data as FullSnapshotData).node) ?? this.#meta.href;
      const data: MetaData = { ...this.#meta, href: href || 'about:blank' };
      this.#meta = data;
      return [asStored({ type: eventType.meta, data, timestamp: event.timestamp }, at), mended];
    });
  }
}

function asNavigation(event: RecordedEvent, at: Ms): MendedEvent {
  const { href } = event.data as MetaData;
  const payload: NavigationPayload = { cause: 'push', href, title: '' };
  const data = { plugin: navigationPlugin, payload };
  return asStored({ type: eventType.plugin, data, timestamp: event.timestamp }, at);
}

const asStored = (event: RecordedEvent, at: Ms): MendedEvent => ({
  event,
  json: strToU8(JSON.stringify(event)),
  at,
});
