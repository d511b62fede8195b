/**
 * Carries a page's messages to the background and back over ports that may break at any time: the
 * browser ends an idle background. Holds what has not been acknowledged and says it again.
 */
import type { FromKeeper } from '#delivery/keeper-messages.ts';

/** One connection to the background. Messages are the JSON of a `ToKeeper`. */
export interface Connection {
  post(text: string): void;
  close(): void;
}

export interface RelayOptions {
  /** Throws where the extension is gone. */
  readonly connect: (hear: (message: FromKeeper) => void, lost: () => void) => Connection;
  readonly toPage: (message: FromKeeper) => void;
  readonly after: (ms: number, act: () => void) => void;
  /** Nothing more will be carried. */
  readonly over: () => void;
}

interface Said {
  readonly what: string;
  readonly text: string;
  readonly through?: number;
}

const gone = 'The Tasktape extension was updated or removed. Reload the page to record again.';
/** What must not be lost when a port breaks under it. */
const holds = ['events', 'pause', 'stop'];
const longestWaitMs = 5000;

export class Relay {
  readonly #options: RelayOptions;
  #connection: Connection | undefined;
  #join: string | undefined;
  /** `session/tab` of the recording the page takes part in. */
  #place: string | undefined;
  /** Whether the background knows, on this connection, who we are. */
  #joined = false;
  #held: Said[] = [];
  /** The running number of the first event that is not kept. */
  #kept = 0;
  #attempts = 0;
  #over = false;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  /** From the page. */
  say(said: Said): void {
    if (this.#over) return;
    if (said.what === 'join') return this.#begin(said.text);
    if (holds.includes(said.what)) this.#held.push(said);
    if (this.#joined) this.#connection?.post(said.text);
    // The browser may keep the page in its cache; when it comes back it joins anew.
    if (said.what === 'leave') this.#join = undefined;
    // The page let go of its stream; if the person thinks better of it, it needs a new one.
    if (said.what === 'discard' || said.what === 'withdraw') this.#startOver();
  }

  /** The recorder in the page ended by itself. */
  leave(): void {
    if (this.#over) return;
    this.#connection?.post(JSON.stringify({ kind: 'bye' }));
    this.#finish();
  }

  /** What was held from before, the page hands over itself, as its tail. */
  #begin(join: string): void {
    this.#join = join;
    this.#startOver();
    this.#connect();
  }

  #startOver(): void {
    this.#place = undefined;
    this.#held = [];
  }

  #connect(): void {
    if (this.#over || this.#join === undefined) return;
    this.#connection?.close();
    this.#joined = false;
    try {
      const connection = this.#options.connect(
        (message) => this.#hear(message),
        () => this.#lost(connection),
      );
      this.#connection = connection;
      connection.post(this.#place === undefined ? this.#join : this.#joinAgain(this.#join));
    } catch {
      this.#end({ kind: 'refused', why: gone });
    }
  }

  /** The same page as before, with all that was not acknowledged at hand. */
  #joinAgain(join: string): string {
    return JSON.stringify({ ...(JSON.parse(join) as object), tail: undefined, from: this.#kept });
  }

  #lost(connection: Connection): void {
    if (this.#over || connection !== this.#connection) return;
    this.#connection = undefined;
    this.#joined = false;
    const wait = Math.min(longestWaitMs, this.#attempts * 500);
    this.#attempts += 1;
    this.#options.after(wait, () => {
      if (this.#connection === undefined) this.#connect();
    });
  }

  #hear(message: FromKeeper): void {
    this.#attempts = 0;
    if (message.kind === 'recording') return this.#take(message);
    if (message.kind === 'kept') {
      this.#kept = message.through + 1;
      this.#held = this.#held.filter(({ through }) => (through ?? Infinity) > message.through);
    }
    if (message.kind === 'paused') this.#held = this.#held.filter(({ what }) => what !== 'pause');
    if (message.kind === 'ended' || message.kind === 'refused') return this.#end(message);
    this.#options.toPage(message);
  }

  #take(message: Extract<FromKeeper, { kind: 'recording' }>): void {
    const { session, tab, next, paused } = message.recording;
    const place = `${session}/${tab}`;
    const goesOn = place === this.#place && !this.#joined;
    this.#joined = true;
    this.#kept = next;
    if (!goesOn) {
      // Another recording than the one the page was in, or its first.
      this.#place = place;
      this.#held = [];
      return this.#options.toPage(message);
    }
    this.#held = this.#held.filter(({ through }) => (through ?? Infinity) >= next);
    this.#held.forEach(({ text }) => this.#connection?.post(text));
    if (next > 0) this.#options.toPage({ kind: 'kept', through: next - 1 });
    this.#options.toPage({ kind: paused ? 'paused' : 'resumed' });
  }

  /** The page answers at once with the last it has to say, and that is carried still. */
  #end(message: FromKeeper): void {
    this.#options.toPage(message);
    this.#finish();
  }

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    this.#held = [];
    this.#connection?.close();
    this.#options.over();
  }
}
