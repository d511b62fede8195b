/** What became of a recording, as the keeper told it to pages: for the person at the terminal and for
 * whoever waits. */
import type { SessionId } from '#core/ids.ts';
import type { FromKeeper } from '#delivery/keeper-messages.ts';

export interface NotRecorded {
  readonly site: string;
  readonly why: string;
}

type Ended = Exclude<(FromKeeper & { readonly kind: 'ended' })['why'], 'declined'>;

const endings: Readonly<Record<Ended, string>> = {
  stopped: 'Stopped. The browser stays open, and nothing more is recorded.',
  discarded: 'Discarded. What was recorded is taken back, and nothing more is recorded.',
  withdrawn:
    'Consent withdrawn. All that was recorded is taken back, and nothing more is recorded.',
};

export class RecordingNews {
  readonly #say: (sentence: string) => void;
  readonly #sessions = new Map<SessionId, string>();
  readonly #notRecorded = new Map<string, NotRecorded>();
  readonly #asked = new Set<string>();
  readonly #decided: Promise<void>;
  #decide: () => void = () => undefined;
  #ended: Ended | undefined;
  #isStopping = false;

  constructor(say: (sentence: string) => void) {
    this.#say = say;
    this.#decided = new Promise((resolve) => (this.#decide = resolve));
  }

  /** The sessions of this run, each with the address where the contributor finds it. */
  get sessions(): ReadonlyMap<SessionId, string> {
    return this.#sessions;
  }

  get notRecorded(): readonly NotRecorded[] {
    return [...this.#notRecorded.values()];
  }

  /** The person, or the project, ended the whole recording. */
  get ended(): Ended | undefined {
    return this.#ended;
  }

  /** Settled once a page is recorded, or can't be. */
  get decided(): Promise<void> {
    return this.#decided;
  }

  /** From now on an end is what was asked for, and no news. */
  stopping(): void {
    this.#isStopping = true;
  }

  hear(site: string, message: FromKeeper): void {
    switch (message.kind) {
      case 'ask':
        if (!this.#asked.has(site)) this.#say(`Asking for consent on ${site}, in the browser.`);
        this.#asked.add(site);
        return;
      case 'recording':
        return this.#began(message.recording);
      case 'refused':
        return this.skip(site, message.why);
      case 'ended':
        if (message.why === 'declined') return this.skip(site, 'The answer to the notice was no.');
        if (!this.#ended && !this.#isStopping) this.#say(endings[message.why]);
        this.#ended ??= message.why;
        return;
      default:
        return;
    }
  }

  /** Told once for each site. */
  skip(site: string, why: string): void {
    this.#decide();
    if (this.#notRecorded.has(site)) return;
    this.#notRecorded.set(site, { site, why });
    this.#say(`${site} is not recorded. ${why}`);
  }

  #began({ session, myRecordingsUrl }: (FromKeeper & { kind: 'recording' })['recording']): void {
    this.#decide();
    if (this.#sessions.size === 0)
      this.#say('Recording. Stop with Ctrl-C, by closing the browser, or on the page itself.');
    this.#sessions.set(session, myRecordingsUrl);
  }
}
