import { ms } from '#core/time.ts';
import { Page } from '#dom/page.ts';
import { asKnown, eventType, incrementalSource, type RecordedEvent } from '#dom/rrweb-events.ts';
import { KeystrokeStream, type KeyMode } from '#actions/keystroke-stream.ts';
import type { Viewport } from './mend-events.ts';
import { VisitStream } from './visit-stream.ts';

/** What a list shows of a recording, told without working out a single action. */
export class HeadFold {
  readonly #page = new Page();
  readonly #visits = new VisitStream();
  readonly #exact = new KeystrokeStream('exact');
  readonly #inferred = new KeystrokeStream('inferred');
  #index = 0;
  #viewport: Viewport | undefined;

  push(event: RecordedEvent, startedAt: number): void {
    const at = ms(Math.round(event.timestamp - startedAt));
    const moment = { event, index: this.#index++, at, page: this.#page };
    for (const stream of [this.#exact, this.#inferred]) {
      stream.push(moment);
      stream.take();
    }
    this.#page.apply(event);
    this.#visits.push(event, this.#page, at);
    this.#visits.take();
    this.#viewport ??= viewportIn(event);
  }

  get mode(): KeyMode {
    return this.#exact.count > 0 ? 'exact' : 'inferred';
  }

  get keystrokes(): number {
    return this.#exact.count || this.#inferred.count;
  }

  get pages(): number {
    return this.#visits.count;
  }

  get startUrl(): string {
    return this.#visits.firstUrl ?? '';
  }

  get title(): string {
    return this.#visits.firstTitle ?? '';
  }

  /** The first one told by any event. */
  get viewport(): Viewport | undefined {
    return this.#viewport;
  }

  get problem(): string | undefined {
    return this.#page.tree.problem;
  }
}

function viewportIn(event: RecordedEvent): Viewport | undefined {
  const known = asKnown(event);
  if (known.type === eventType.meta) return pick(known.data);
  if (known.type !== eventType.incremental) return undefined;
  return known.data.source === incrementalSource.viewportResize ? pick(known.data) : undefined;
}

const pick = ({ width, height }: Viewport): Viewport => ({ width, height });
