/** Decides, event by event and before anything is kept, what of a page may be told. What it does not
 * know is dropped and counted. */
import type { CapturePolicy } from '#core/capture-policy.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import type { AddressCleaner } from './address-cleaner.ts';
import type { IncrementalCleaner } from './incremental-cleaner.ts';
import type { LivePage } from './live-page.ts';
import { makeCleaners } from './make-cleaners.ts';
import type { NodeCleaner } from './node-cleaner.ts';
import { noParent, type Nodes } from './node-facts.ts';
import type { PluginCleaner } from './plugin-cleaner.ts';
import { isRecord, sane, type Raw } from './shape.ts';

export type { LivePage };

export interface SanitizerOptions {
  readonly policy: CapturePolicy;
  /** Known to this browser alone; codes and placeholders are made with it. */
  readonly salt: string;
  /** Origins, such as `https://desk.example`. */
  readonly sites: readonly string[];
  readonly page: LivePage;
}

/** Past the year 9999 no date can be written. */
const latest = 253_402_300_799_999;
const maxUnknown = 1_000;

export class Sanitizer {
  readonly #policy: CapturePolicy;
  readonly #nodes: Nodes;
  readonly #addresses: AddressCleaner;
  readonly #trees: NodeCleaner;
  readonly #incremental: IncrementalCleaner;
  readonly #plugins: PluginCleaner;
  readonly #unknown = new Set<string>();
  #dropped = 0;
  #offSite = false;

  constructor(options: SanitizerOptions) {
    this.#policy = options.policy;
    const cleaners = makeCleaners(options, {
      quantum: (ms) => this.#quantum(ms),
      onUnknown: (name) => this.#countOnce(name),
      onDrop: () => this.#drop(),
    });
    this.#nodes = cleaners.nodes;
    this.#addresses = cleaners.addresses;
    this.#trees = cleaners.trees;
    this.#incremental = cleaners.incremental;
    this.#plugins = cleaners.plugins;
  }

  /** Events, sheets and kinds of attribute that were left out because they are not known. What is
   * left out of a secret field is not counted, because the count would tell how much was typed. */
  get dropped(): number {
    return this.#dropped + this.#unknown.size;
  }

  /** The event as it may be kept; undefined when nothing of it may. Never throws. */
  clean(event: RecordedEvent): RecordedEvent | undefined {
    try {
      return this.#clean(event);
    } catch {
      this.#dropped += 1;
      return undefined;
    }
  }

  #clean({ type, data, timestamp }: RecordedEvent): RecordedEvent | undefined {
    if (typeof timestamp !== 'number' || !(timestamp >= 0 && timestamp <= latest))
      return this.#drop();
    if (type === eventType.meta) return this.#meta(data, timestamp);
    if (this.#offSite) return undefined;
    const told = this.#data(type, data, timestamp);
    return told === undefined
      ? undefined
      : { type, data: told, timestamp: this.#quantum(timestamp) };
  }

  #data(type: number, data: unknown, timestamp: number): unknown {
    if (type === eventType.domContentLoaded || type === eventType.load) return {};
    if (!isRecord(data)) return this.#drop();
    switch (type) {
      case eventType.fullSnapshot:
        return this.#snapshot(data);
      case eventType.incremental:
        return this.#incremental.clean(data, timestamp);
      case eventType.plugin: {
        const payload = this.#plugins.clean(data['plugin'], data['payload']);
        return payload === undefined ? undefined : { plugin: data['plugin'], payload };
      }
      default:
        return this.#drop();
    }
  }

  /** Off the list nothing is told until the page is back on it. */
  #meta(data: unknown, timestamp: number): RecordedEvent | undefined {
    const raw: Raw = isRecord(data) ? data : {};
    const href = typeof raw['href'] === 'string' ? this.#addresses.page(raw['href']) : undefined;
    const [width, height] = [sane(raw['width']), sane(raw['height'])];
    this.#offSite = href === undefined;
    if (href === undefined || width === undefined || height === undefined) return this.#drop();
    const told = { href, width, height };
    return { type: eventType.meta, data: told, timestamp: this.#quantum(timestamp) };
  }

  #snapshot(data: Raw): unknown {
    this.#nodes.clear();
    const node = this.#trees.tree(data['node'], noParent);
    if (node === undefined) return this.#drop();
    const offset = isRecord(data['initialOffset']) ? data['initialOffset'] : {};
    const initialOffset = { top: sane(offset['top']) ?? 0, left: sane(offset['left']) ?? 0 };
    return { node, initialOffset };
  }

  #quantum(ms: number): number {
    const quantum = this.#policy.timeQuantumMs;
    return quantum > 1 ? Math.floor(ms / quantum) * quantum : Math.floor(ms);
  }

  #drop(): undefined {
    this.#dropped += 1;
    return undefined;
  }

  /** By name, so that a page which repeats itself does not drive the count. */
  #countOnce(name: string): void {
    if (this.#unknown.size < maxUnknown) this.#unknown.add(name);
  }
}
