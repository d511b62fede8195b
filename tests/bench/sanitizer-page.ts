/** Runs in a page of the bench: how long the sanitizer takes on events that plain rrweb recorded. */
import { defaultCapturePolicy } from '#core/capture-policy.ts';
import { eventType, type RecordedEvent, type SerializedNode } from '#dom/rrweb-events.ts';
import { Sanitizer } from '#sanitizer/sanitizer.ts';

const page = {
  fidelityOf: () => 'class' as const,
  keepsText: () => false,
  isBlocked: () => false,
  sizeOf: () => undefined,
};

const fresh = () =>
  new Sanitizer({ policy: defaultCapturePolicy, salt: 'bench', sites: [location.origin], page });

function timeOf(sanitizer: Sanitizer, event: RecordedEvent): number {
  const from = performance.now();
  sanitizer.clean(event);
  return performance.now() - from;
}

const countNodes = (node: SerializedNode): number =>
  (node.childNodes ?? []).reduce((sum, child) => sum + countNodes(child), 1);

export type SanitizerBench = typeof sanitizerBench;

const sanitizerBench = {
  /** The first snapshot by a new sanitizer each time, and every other event once. */
  run(texts: readonly string[], times: number) {
    const events = texts.map((text) => JSON.parse(text) as RecordedEvent);
    const snapshot = events.find(({ type }) => type === eventType.fullSnapshot)!;
    const snapshotMs = Array.from({ length: times }, () => timeOf(fresh(), snapshot));
    const sanitizer = fresh();
    timeOf(sanitizer, snapshot);
    const batches = events.filter(({ type }) => type === eventType.incremental);
    return {
      nodes: countNodes((snapshot.data as { node: SerializedNode }).node),
      snapshotMs,
      batchMs: batches.map((event) => timeOf(sanitizer, event)),
    };
  },
};

Object.assign(window, { sanitizerBench });
