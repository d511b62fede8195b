/** A recorded page as its keeper meets it: numbers what it emits, holds it until it is kept, hands the
 * rest on when it goes away. */
import { recordingPlugin, type RecordingPayload } from '#core/plugin-events.ts';
import type { EventBatch, FromKeeper, OpenRecording, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import { deskSite } from './server-double.ts';
import type { BrowserStorage } from './browser-storage.ts';

export interface Emitted {
  readonly id: string;
  readonly timestamp: number;
}

export class PageDouble {
  readonly #line: Line<ToKeeper, FromKeeper>;
  readonly #storage: BrowserStorage;
  readonly #browserTab: number;
  readonly #now: () => number;
  readonly #name: string;
  #count = 0;
  #recording: OpenRecording | undefined;
  #runs = false;
  #first = 0;
  #held: RecordedEvent[] = [];
  #sent = 0;
  state = 'joining';
  why = '';

  constructor(options: {
    readonly line: Line<ToKeeper, FromKeeper>;
    readonly storage: BrowserStorage;
    readonly browserTab: number;
    readonly now: () => number;
    readonly name: string;
  }) {
    this.#line = options.line;
    this.#storage = options.storage;
    this.#browserTab = options.browserTab;
    this.#now = options.now;
    this.#name = options.name;
    this.#line.listen((message) => this.#hear(message));
    const tab = this.#storage.takePlace(this.#browserTab);
    const tail = this.#storage.readTail(tab);
    this.#line.send({ kind: 'join', site: deskSite, ...(tab && { tab }), ...(tail && { tail }) });
    this.#tail = tail;
  }
  readonly #tail: EventBatch | undefined;

  get isRecording(): boolean {
    return this.#runs;
  }

  send(message: ToKeeper): void {
    this.#line.send(message);
  }

  /** Some events, of which a batch goes off at once. */
  emit(count: number): void {
    if (!this.#runs) return;
    for (let made = 0; made < count; made += 1) this.#take(eventType.incremental);
    this.#flush();
  }

  /** Captured, but not yet on its way. */
  emitUnsent(count: number): void {
    if (!this.#runs) return;
    for (let made = 0; made < count; made += 1) this.#take(eventType.incremental);
  }

  snapshot(): void {
    if (!this.#runs) return;
    this.#take(eventType.meta);
    this.#take(eventType.fullSnapshot);
  }

  pause(): void {
    if (!this.#runs) return;
    this.#halt('pause');
    this.send({ kind: 'pause' });
  }

  stop(): void {
    this.#halt('stop');
    this.send({ kind: 'stop' });
  }

  leave(): void {
    if (!this.#recording) return;
    this.#halt('leave');
    this.send({ kind: 'leave' });
    if (this.#held.length > 0)
      this.#storage.writeTail({ ...this.#place(), first: this.#first, events: this.#held });
    this.#storage.leavePlace(this.#browserTab, this.#recording);
    this.#recording = undefined;
  }

  #hear(message: FromKeeper): void {
    switch (message.kind) {
      case 'ask':
        this.#runs = false;
        this.state = 'asking';
        return this.send({ kind: 'answer', purposes: ['training'] });
      case 'recording':
        this.#open(message.recording);
        return;
      case 'kept': {
        const done = Math.min(this.#sent, message.through - this.#first + 1);
        if (done <= 0) return;
        this.#storage.kept(this.#held.splice(0, done).map(({ data }) => (data as Emitted).id));
        this.#first += done;
        this.#sent -= done;
        return;
      }
      case 'tail kept':
        if (this.#tail) this.#storage.removeTail(this.#tail);
        return;
      case 'paused':
        return this.#halt('pause');
      case 'resumed':
        return this.#begin('resume');
      case 'ended':
        this.state = `ended ${message.why}`;
        if (message.why !== 'stopped') this.#storage.removeAllTails();
        else if (this.#recording) {
          this.#halt('stop');
          this.send({ kind: 'leave' });
        }
        this.#runs = false;
        return;
      case 'refused':
        this.state = 'refused';
        this.why = message.why;
        this.#runs = false;
        return;
      case 'delivery':
        return;
    }
  }

  #open(recording: OpenRecording): void {
    this.#recording = recording;
    this.#first = recording.next;
    this.#held = [];
    this.#sent = 0;
    this.state = 'recording';
    if (!recording.paused) this.#begin('begin');
  }

  #begin(act: 'begin' | 'resume'): void {
    if (!this.#recording || (this.#runs && act === 'resume')) return;
    this.#runs = true;
    this.#tell(act);
    this.snapshot();
    this.#flush();
  }

  #halt(act: RecordingPayload['act']): void {
    if (!this.#runs) return;
    this.#runs = false;
    this.#tell(act);
    this.#flush();
  }

  #tell(act: RecordingPayload['act']): void {
    this.#take(eventType.plugin, { plugin: recordingPlugin, payload: { act } });
  }

  #take(type: number, data: object = {}): void {
    const id = `${this.#name}.${this.#count++}`;
    const timestamp = this.#now();
    this.#held.push({ type, data: { ...data, id }, timestamp });
    this.#storage.emitted(this.#place(), { id, timestamp });
  }

  #flush(): void {
    const events = this.#held.slice(this.#sent);
    if (events.length === 0) return;
    const first = this.#first + this.#sent;
    this.#sent = this.#held.length;
    this.send({ kind: 'events', ...this.#place(), first, events });
  }

  #place() {
    return { session: this.#recording!.session, tab: this.#recording!.tab };
  }
}
