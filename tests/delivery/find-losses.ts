/** Holds what the server has against what was emitted: nothing twice, nothing out of order, and every
 * missing stretch under a gap that is named right there. */
import { gunzipSync, strFromU8 } from 'fflate';
import { gapPlugin } from '#core/plugin-events.ts';
import type { PluginData, RecordedEvent } from '#dom/rrweb-events.ts';
import type { Emitted } from './page-double.ts';
import type { ServerDouble, StoredSession } from './server-double.ts';

export interface Found {
  readonly problems: string[];
  stored: number;
  missing: number;
  gaps: number;
}

export function findLosses(
  server: ServerDouble,
  everything: ReadonlyMap<string, readonly Emitted[]>,
  promised: ReadonlySet<string>,
): Found {
  const problems = server.early.map((which) => `${which} has an incomplete keyframe`);
  const found: Found = { problems, stored: 0, missing: 0, gaps: 0 };
  for (const stored of server.sessions.values()) {
    if (stored.state === 'discarded' || stored.state === 'withdrawn') continue;
    const names = [...everything.keys()];
    // Started, but the answer was lost: the server discards it by itself.
    if (!names.some((name) => name.startsWith(`${stored.session} `))) continue;
    if (stored.state !== 'sealed') found.problems.push(`${stored.session} is ${stored.state}`);
    const tabs = new Set([...stored.chunks.values()].map(({ tab }) => tab));
    for (const name of names) {
      const [session, tab] = name.split(' ');
      if (session === stored.session) tabs.add(Number(tab));
    }
    let gaps = 0;
    for (const tab of tabs) {
      const emitted = everything.get(`${stored.session} ${tab}`) ?? [];
      gaps += compareTab(server, stored, tab, emitted, found, promised);
    }
    const told = stored.head?.gaps.length ?? 0;
    if (stored.state === 'sealed' && told !== gaps)
      found.problems.push(`${stored.session} names ${told} gaps for ${gaps} gap events`);
    found.gaps += gaps;
  }
  return found;
}

function compareTab(
  server: ServerDouble,
  stored: StoredSession,
  tab: number,
  emitted: readonly Emitted[],
  found: Found,
  promised: ReadonlySet<string>,
): number {
  const name = `${stored.session} tab ${tab}`;
  const chunks = server.chunksOf(stored, tab);
  const expected = stored.head?.chunks[tab] ?? 0;
  if (stored.state === 'sealed' && chunks.length !== expected)
    found.problems.push(`${name} has ${chunks.length} of ${expected} chunks`);
  const order = new Map(emitted.map(({ id }, index) => [id, index]));
  let at = -1;
  let gaps = 0;
  let isGap = false;
  let lastTime = 0;
  const close = (next: number) => {
    const missing = next - at - 1;
    if (missing > 0 && !isGap)
      found.problems.push(
        `${name} is short of ${missing} before ${emitted[next]?.id ?? 'its end'}`,
      );
    found.missing += Math.max(0, missing);
    for (const { id } of emitted.slice(at + 1, next))
      if (promised.has(id)) found.problems.push(`${name} is short of ${id}, which was kept`);
    isGap = false;
  };
  for (const event of chunks.flatMap(({ bytes }) => decode(bytes))) {
    if (event.timestamp < lastTime) found.problems.push(`${name} goes back in time`);
    lastTime = event.timestamp;
    const { id } = event.data as { id?: string };
    if (id === undefined) {
      isGap = (event.data as PluginData).plugin === gapPlugin;
      gaps += Number(isGap);
      continue;
    }
    const place = order.get(id);
    if (place === undefined || place <= at) {
      found.problems.push(`${name} has ${id} ${place === undefined ? 'from elsewhere' : 'again'}`);
      continue;
    }
    close(place);
    at = place;
    found.stored += 1;
  }
  close(emitted.length);
  return gaps;
}

const decode = (bytes: Uint8Array): RecordedEvent[] =>
  JSON.parse(strFromU8(gunzipSync(bytes))) as RecordedEvent[];
