/** What a recorded page may say. Pages are hostile: whatever is not known here is not heard. */
import type { SessionId } from '#core/ids.ts';
import type { EventBatch, ToKeeper } from '#delivery/keeper-messages.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

type Tail = EventBatch & { readonly lostSince?: number };

/** What the sign in the page offers but only the person may do: asked again where no page reaches. */
export type Wish = 'resume' | 'discard' | 'withdraw';

/** To agree is not even to be wished for by a page. `bye`: the recorder gave up on this page. */
export type PageMessage =
  | Extract<ToKeeper, { kind: 'events' | 'leave' | 'pause' | 'stop' }>
  /** With `from` the page goes on after its port broke; which tab it is the browser says. */
  | {
      readonly kind: 'join';
      readonly site: string;
      readonly tail?: Tail;
      readonly from?: number;
    }
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'bye' };

/** Chromium carries no more than 64 MiB in one message. */
const maxCharacters = 48_000_000;
const maxEvents = 20_000;
// A recorded page nests twice per element; deeper than this only to exhaust whoever walks it.
const maxDepth = 4000;

export function checkPageMessage(text: unknown): PageMessage | undefined {
  if (typeof text !== 'string' || text.length > maxCharacters || nestsTooDeep(text))
    return undefined;
  const said = parse(text);
  switch (said?.['kind']) {
    case 'join':
      return checkJoin(said);
    case 'events': {
      const batch = checkBatch(said);
      return batch && { kind: 'events', ...batch };
    }
    case 'leave':
    case 'pause':
    case 'stop':
    case 'bye':
      return { kind: said['kind'] };
    case 'resume':
    case 'discard':
    case 'withdraw':
      return { kind: 'wish', wish: said['kind'] };
    default:
      return undefined;
  }
}

function checkJoin(said: Record<string, unknown>): PageMessage | undefined {
  if (typeof said['site'] !== 'string') return undefined;
  const tail = checkTail(said['tail']);
  const from = isCount(said['from']) ? said['from'] : undefined;
  return {
    kind: 'join',
    site: said['site'],
    ...(tail && { tail }),
    ...(from !== undefined && { from }),
  };
}

function checkTail(value: unknown): Tail | undefined {
  const batch = checkBatch(value);
  if (!batch || !isObject(value)) return undefined;
  const { lostSince } = value;
  return { ...batch, ...(typeof lostSince === 'number' && { lostSince }) };
}

function checkBatch(value: unknown): EventBatch | undefined {
  if (!isObject(value)) return undefined;
  const { session, tab, first, events } = value;
  if (typeof session !== 'string' || !isCount(tab) || !isCount(first)) return undefined;
  if (!Array.isArray(events) || events.length === 0 || events.length > maxEvents) return undefined;
  const checked = events.map(checkEvent);
  if (checked.includes(undefined)) return undefined;
  return { session: session as SessionId, tab, first, events: checked as RecordedEvent[] };
}

function checkEvent(value: unknown): RecordedEvent | undefined {
  if (!isObject(value)) return undefined;
  const { type, data, timestamp } = value;
  if (!isCount(type) || !isObject(data)) return undefined;
  if (typeof timestamp !== 'number' || !Number.isFinite(timestamp) || timestamp < 0)
    return undefined;
  return { type, data, timestamp };
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === backslash) at += 1;
      else if (code === quote) quoted = false;
    } else if (code === quote) quoted = true;
    else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return false;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d,
];

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
