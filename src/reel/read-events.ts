import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { refuse } from './unpack.ts';

/** The events of a JSON text; what is no event is left out, for nobody has checked it yet. */
export function readEvents(text: string): OutcomeOf<readonly RecordedEvent[]> {
  let events: unknown;
  try {
    events = JSON.parse(text);
  } catch {
    return refuse('it is not JSON');
  }
  if (!Array.isArray(events)) return refuse('it does not hold a list of events');
  return succeed(events.every(isEvent) ? events : events.filter(isEvent));
}

function isEvent(value: unknown): value is RecordedEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { type, timestamp, data } = value as Partial<RecordedEvent>;
  return typeof type === 'number' && Number.isFinite(timestamp) && isData(type, data);
}

/** Addresses, snapshots and changes are read without asking again. */
function isData(type: number, data: unknown): boolean {
  return type < 2 || type > 4 || (typeof data === 'object' && data !== null);
}
