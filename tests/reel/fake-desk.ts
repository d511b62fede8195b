/** A reel between a storage and a screen, in a time of its own. */
import { ms } from '#core/time.ts';
import type { FromReel, ReelToScreen, ToReel } from '#reel/reel-messages.ts';
import { Reel } from '#reel/reel.ts';
import { FakeScreen } from './fake-screen.ts';
import type { StoredSession } from '../replay/stored-session.ts';

type Objects = StoredSession['objects'];
export type Fetch = (path: string, objects: Objects) => Promise<Uint8Array<ArrayBuffer>>;

export const fromObjects: Fetch = async (path, objects) => {
  const bytes = objects.get(path);
  if (bytes === undefined) throw new Error('not found');
  return bytes;
};

export class FakeDesk {
  readonly reel: Reel;
  readonly screen: FakeScreen;
  readonly told: FromReel[] = [];
  readonly sent: ReelToScreen[] = [];
  readonly fetched: string[] = [];
  readonly #open = new Set<string>();
  #timers: { readonly at: number; readonly call: () => void }[] = [];
  #now = 0;
  #ticket = 0;

  constructor(session: StoredSession, fetch: Fetch = fromObjects) {
    this.screen = new FakeScreen(session.startedAt, (ticket) =>
      this.reel.hearScreen({ kind: 'again', ticket }),
    );
    this.reel = new Reel({
      tell: (message) => {
        this.told.push(message);
        if (message.kind === 'never mind') this.#open.delete(message.path);
        if (message.kind === 'fetch') this.#fetch(message.path, session.objects, fetch);
      },
      // Each look at the clock takes a while, so that slices end.
      now: () => (this.#now += 1),
      later: (delayMs, call) => void this.#timers.push({ at: this.#now + delayMs, call }),
    });
    this.reel.hear({ kind: 'open', startedAt: session.startedAt, chunks: session.chunks });
    this.reel.setScreen((message) => {
      this.sent.push(message);
      this.screen.take(structuredClone(message));
    });
  }

  /** Says what is wanted; what was wanted before is not any more. */
  wish(tab: number, at: number): number {
    this.#ticket += 1;
    this.reel.hear({ kind: 'show', ticket: this.#ticket, tab, at: ms(at) });
    return this.#ticket;
  }

  /** The same, until it is on the screen or can't be. */
  async show(tab: number, at: number): Promise<'shown' | 'failed'> {
    const ticket = this.wish(tab, at);
    const failed = () => this.tellsOf('failed').some((each) => each.ticket === ticket);
    await this.until(() => this.screen.ticket === ticket || failed());
    return failed() ? 'failed' : 'shown';
  }

  tellsOf<K extends FromReel['kind']>(kind: K): readonly Extract<FromReel, { kind: K }>[] {
    return this.told.filter((each) => each.kind === kind) as never;
  }

  get reach(): number {
    return this.tellsOf('reach').at(-1)?.until ?? 0;
  }

  async until(isSo: () => boolean): Promise<void> {
    const patience = Date.now() + 20_000;
    while (!isSo()) {
      if (Date.now() > patience) throw new Error('It never came to that.');
      await this.turn();
    }
  }

  /** One round of all that is due. */
  async turn(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const due = this.#timers.sort((a, b) => a.at - b.at);
    this.#timers = [];
    for (const { at, call } of due) {
      this.#now = Math.max(this.#now, at);
      call();
    }
  }

  #fetch(path: string, objects: Objects, fetch: Fetch): void {
    this.fetched.push(path);
    this.#open.add(path);
    fetch(path, objects).then(
      (bytes) => this.#answer({ kind: 'fetched', path, bytes }),
      (cause: Error) =>
        this.#answer({ kind: 'not fetched', path, why: cause.message, isAway: false }),
    );
  }

  #answer(message: Extract<ToReel, { kind: 'fetched' | 'not fetched' }>): void {
    if (this.#open.delete(message.path)) this.reel.hear(message);
  }
}
