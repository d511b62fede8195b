/** One page's stream of masked events: from the terms it is recorded under to the last of them. */
import {
  consentPlugin,
  recordingPlugin,
  type ConsentPayload,
  type RecordingPayload,
} from '#core/plugin-events.ts';
import type { EventBatch, OpenRecording } from '#delivery/keeper-messages.ts';
import { eventType, incrementalSource, type RecordedEvent } from '#dom/rrweb-events.ts';
import { Sanitizer } from '#sanitizer/sanitizer.ts';
import { FieldPolicy } from '#trackers/field-policy.ts';
import { RecordedPage } from './live-page.ts';
import { Outbox } from './outbox.ts';
import { recordedNode, recordPage, type PageRecording } from './record-page.ts';
import type { Tracker } from '#trackers/listen.ts';

interface StreamOptions {
  readonly recording: OpenRecording;
  readonly send: (batch: EventBatch) => void;
  /** Nobody takes the events any more. */
  readonly giveUp: () => void;
  /** What shows the person that they are recorded, and must not be recorded itself. */
  readonly sign: () => Sign | undefined;
}

interface Sign {
  readonly element: Element;
  hearKeys(window: Window): Tracker;
}

export class Stream {
  readonly #options: StreamOptions;
  readonly #fields: FieldPolicy;
  readonly #page: RecordedPage;
  readonly #sanitizer: Sanitizer;
  readonly #outbox: Outbox;
  #recorded: PageRecording | undefined;

  constructor(options: StreamOptions) {
    const { session, tab, next, salt, terms } = options.recording;
    const policy = terms.policy.rules;
    this.#options = options;
    this.#fields = new FieldPolicy(policy, document);
    this.#page = new RecordedPage({ policy, fields: this.#fields, nodeWith: recordedNode });
    this.#sanitizer = new Sanitizer({ policy, salt, sites: terms.sites, page: this.#page });
    this.#outbox = new Outbox({ session, tab, next, send: options.send, giveUp: options.giveUp });
  }

  get isRunning(): boolean {
    return this.#recorded !== undefined;
  }

  /** What the keeper has not said to have. */
  get unkept(): EventBatch | undefined {
    return this.#outbox.unkept;
  }

  /** Throws where the page can't be recorded. */
  start(act: 'begin' | 'resume'): void {
    this.#tell(consentPlugin, consentOf(this.#options.recording));
    this.#tellRecording(act);
    this.#page.forget();
    const sign = this.#options.sign();
    this.#recorded = recordPage({
      emit: (event) => this.#take(event),
      fidelityOf: this.#fields.fidelityOf,
      block: this.#options.recording.terms.policy.rules.block,
      unseen: sign ? [sign.element] : [],
      enterFrame: (window) => sign?.hearKeys(window) ?? { stop: () => undefined },
    });
  }

  /** Really stops: until the next start there is nothing that could make an event. */
  halt(act: 'pause' | 'stop' | 'leave'): void {
    if (!this.isRunning) return;
    this.drop();
    this.#tellRecording(act);
    this.#outbox.flush();
  }

  /** Stops without a word, when nothing of it is wanted any more. */
  drop(): void {
    this.#recorded?.stop();
    this.#recorded = undefined;
  }

  /** The end of this stream's life in this page. */
  close(): void {
    this.drop();
    this.#outbox.close();
  }

  flush(): void {
    this.#outbox.flush();
  }

  takeSnapshot(): void {
    this.#recorded?.takeSnapshot();
  }

  kept(through: number): void {
    this.#outbox.kept(through);
  }

  #tellRecording(act: RecordingPayload['act']): void {
    this.#tell(recordingPlugin, {
      act,
      dropped: this.#sanitizer.dropped,
    } satisfies RecordingPayload);
  }

  #tell(plugin: string, payload: unknown): void {
    this.#take({ type: eventType.plugin, data: { plugin, payload }, timestamp: Date.now() });
  }

  #take(event: RecordedEvent): void {
    if (changesPage(event)) this.#page.forget();
    const clean = this.#sanitizer.clean(event);
    if (clean !== undefined) this.#outbox.add(clean);
  }
}

function changesPage({ type, data }: RecordedEvent): boolean {
  if (type === eventType.fullSnapshot) return true;
  const { source } = data as { source?: number };
  return type === eventType.incremental && source === incrementalSource.mutation;
}

function consentOf({ terms, purposes }: OpenRecording): ConsentPayload {
  return {
    noticeVersion: terms.notice.version,
    purposes,
    policyVersion: terms.policy.version,
    policySha256: terms.policy.sha256,
  };
}
