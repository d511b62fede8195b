/** Turns what a page sent into rows of the journal: what was there already is left out, what never
 * came is named, times never go back. */
import { gapPlugin, type GapPayload } from '#core/plugin-events.ts';
import { recordingPlugin, type RecordingPayload } from '#core/plugin-events.ts';
import { ms, type EpochMs } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { eventType, type PluginData, type RecordedEvent } from '#dom/rrweb-events.ts';
import type { EventBatch } from './keeper-messages.ts';
import type { JournalRow, StreamRow } from './kept-recording.ts';
import { steadyTime } from './steady-time.ts';

/** The longest stretch of activity without a keyframe. */
const keyframeMs = 30_000;
/** Further from the start nothing can be stored: the clock must be wrong. */
const longestMs = 29 * 24 * 3_600_000;

export interface Taken {
  readonly stream: StreamRow;
  readonly rows: readonly JournalRow[];
}

export type Numbered = Pick<EventBatch, 'first' | 'events'>;

export function takeBatch(stream: StreamRow, batch: Numbered, startedAt: EpochMs): Taken {
  const fresh = batch.events.slice(Math.max(0, stream.next - batch.first));
  const first = fresh[0];
  if (first === undefined) return { stream, rows: [] };
  const before =
    batch.first > stream.next
      ? takeGap(stream, first.timestamp, startedAt)
      : { stream, rows: [] as readonly JournalRow[] };
  const after = takeEvents(before.stream, fresh, startedAt);
  const next = batch.first + batch.events.length;
  return { stream: { ...after.stream, next }, rows: [...before.rows, ...after.rows] };
}

/** Says that events are missing between the last one and `timestamp`. */
export function takeGap(stream: StreamRow, timestamp: number, startedAt: EpochMs): Taken {
  const payload: GapPayload = { reason: 'lost', since: stream.lastAt };
  const event = pluginEvent(gapPlugin, payload, Math.max(timestamp, stream.lastAt));
  const taken = takeEvents(stream, [event], startedAt);
  const gap = gapBetween(stream.lastAt, taken.stream.lastAt, startedAt, { reason: 'lost' });
  return { ...taken, stream: { ...taken.stream, gaps: [...taken.stream.gaps, gap] } };
}

function takeEvents(
  before: StreamRow,
  events: readonly RecordedEvent[],
  startedAt: EpochMs,
): Taken {
  const rows: { events: RecordedEvent[]; cut?: JournalRow['cut'] }[] = [];
  const gaps = [...before.gaps];
  let { wholeAt, ended } = before;
  let times: Pick<StreamRow, 'lastAt' | 'shift'> = before;
  for (const event of events) {
    const { jumpMs, ...steady } = steadyTime(
      times,
      Math.min(event.timestamp, startedAt + longestMs),
    );
    if (jumpMs > 0)
      gaps.push(
        gapBetween(steady.lastAt, steady.lastAt, startedAt, {
          reason: 'clock-jump',
          removedMs: jumpMs,
        }),
      );
    times = steady;
    const cut = cutBefore(event, steady.lastAt - wholeAt);
    if (cut !== undefined) wholeAt = steady.lastAt;
    if (cut !== undefined || rows.length === 0)
      rows.push({ events: [], ...(cut !== undefined && { cut }) });
    rows
      .at(-1)!
      .events.push(
        event.timestamp === steady.lastAt ? event : { ...event, timestamp: steady.lastAt },
      );
    ended = endsStream(event);
  }
  const { lastAt, shift } = times;
  return { stream: { ...before, lastAt, shift, wholeAt, ended, gaps }, rows };
}

function cutBefore(event: RecordedEvent, sinceWholeMs: number): JournalRow['cut'] {
  if (event.type === eventType.meta) return 'snapshot';
  return sinceWholeMs >= keyframeMs ? 'keyframe' : undefined;
}

function endsStream({ type, data }: RecordedEvent): boolean {
  if (type !== eventType.plugin) return false;
  const { plugin, payload } = data as PluginData;
  const act = plugin === recordingPlugin ? (payload as RecordingPayload).act : undefined;
  return act === 'leave' || act === 'stop' || act === 'pause';
}

export function pluginEvent(plugin: string, payload: unknown, timestamp: number): RecordedEvent {
  return { type: eventType.plugin, data: { plugin, payload }, timestamp };
}

function gapBetween(
  from: number,
  to: number,
  startedAt: EpochMs,
  told: Pick<Gap, 'reason' | 'removedMs'>,
): Gap {
  const startsMs = ms(Math.max(0, Math.round(from - startedAt)));
  return { startsMs, endsMs: ms(Math.max(startsMs + 1, Math.round(to - startedAt))), ...told };
}
