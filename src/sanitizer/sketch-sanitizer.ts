/** For tests: a sanitizer over a page that is drawn instead of live, and the events of such a page. */
import { defaultCapturePolicy, type CapturePolicy } from '#core/capture-policy.ts';
import { sketchDocument, type Drawn } from '#dom/sketch-document.ts';
import {
  eventType,
  incrementalSource,
  type RecordedEvent,
  type SerializedNode,
} from '#dom/rrweb-events.ts';
import { Sanitizer, type LivePage } from './sanitizer.ts';

const plainPage: LivePage = {
  fidelityOf: () => 'class',
  keepsText: () => false,
  isBlocked: () => false,
  sizeOf: () => undefined,
};

export function sketchSanitizer(
  options: {
    readonly policy?: Partial<CapturePolicy>;
    readonly page?: Partial<LivePage>;
    readonly salt?: string;
  } = {},
): Sanitizer {
  return new Sanitizer({
    policy: { ...defaultCapturePolicy, ...options.policy },
    salt: options.salt ?? 'salt',
    sites: ['https://desk.example'],
    page: { ...plainPage, ...options.page },
  });
}

export const at = 1_700_000_000_123;

export const snapshotOf = (...body: readonly Drawn[]): RecordedEvent => ({
  type: eventType.fullSnapshot,
  data: { node: sketchDocument('Tickets', ...body), initialOffset: { top: 0, left: 0 } },
  timestamp: at,
});

export const incremental = (
  source: keyof typeof incrementalSource,
  data: Readonly<Record<string, unknown>>,
): RecordedEvent => ({
  type: eventType.incremental,
  data: { source: incrementalSource[source], ...data },
  timestamp: at,
});

export const pluginEvent = (plugin: string, payload: unknown): RecordedEvent => ({
  type: eventType.plugin,
  data: { plugin, payload },
  timestamp: at,
});

/** The node with `id` in a cleaned snapshot. */
export function nodeIn(event: RecordedEvent | undefined, id: number): SerializedNode | undefined {
  const work = [(event?.data as { node: SerializedNode } | undefined)?.node];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (node.id === id) return node;
    work.push(...(node.childNodes ?? []));
  }
  return undefined;
}

/** Ids 1 to 5 are the document, html, head, title and its text; 6 is the body, 7 its first child. */
export const firstInBody = 7;
