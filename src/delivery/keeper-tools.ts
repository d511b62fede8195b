import type { Clock } from './clock.ts';
import type { Gzip } from './gzip.ts';
import type { RecorderSettings } from './keeper-messages.ts';
import type { StreamOptions } from './tab-stream.ts';
import type { DeliveryApi } from './recorder-api.ts';
import type { Shelf } from './shelf.ts';
import type { ShelfPlaces } from './shelf-places.ts';
import type { Signals } from './signals.ts';

/** What all parts of one keeper work with. */
export interface KeeperTools {
  readonly settings: RecorderSettings;
  readonly shelf: Shelf;
  readonly places: ShelfPlaces;
  readonly api: DeliveryApi;
  readonly clock: Clock;
  /** So many random bytes, in hex. */
  readonly randomHex: (bytes: number) => string;
  /** From 0 to under 1. */
  readonly chance: () => number;
  readonly signals: Signals;
  readonly gzip: Gzip;
  readonly foldOf: StreamOptions['foldOf'];
  /** Tells this keeper from all others, also from itself after a restart. */
  readonly keeperId: string;
}
