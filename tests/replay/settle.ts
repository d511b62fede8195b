import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';

/** Where a replay must be sent so that it has both the address and the snapshot of the page at `at`. */
export function settle(events: readonly RecordedEvent[], at: number): number {
  const first = events.find(({ type }) => type === eventType.fullSnapshot);
  if (first === undefined || at <= first.timestamp) return (first?.timestamp ?? at) + 1;
  const page = events.findLastIndex(
    ({ type, timestamp }) => type === eventType.meta && timestamp <= at,
  );
  const snapshot = events.find(
    ({ type }, index) => index > page && type === eventType.fullSnapshot,
  );
  return page >= 0 && snapshot !== undefined && snapshot.timestamp >= at
    ? snapshot.timestamp + 1
    : at;
}
