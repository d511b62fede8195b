/** Discards and withdraws. What is on the shelf goes at once, before any network; the wish to take
 * back what was sent stays there until it is done. */
import type { SessionId } from '#core/ids.ts';
import { Answers } from './answers.ts';
import { ApiFailure } from './api-failure.ts';
import { Backoff } from './backoff.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { KeptRecording } from './kept-recording.ts';
import type { Capability } from './recorder-api.ts';
import type { Recordings } from './recordings.ts';

type Wish =
  | { readonly kind: 'discard'; readonly sent: Capability }
  | { readonly kind: 'withdraw'; readonly token: string; readonly sent: readonly Capability[] };

const pathsPerCall = 500;
/** What is uploaded at this very moment may come after the first look. */
const looks = 3;

export class TakingBack {
  readonly #tools: KeeperTools;
  readonly #recordings: Recordings;
  readonly #backoff = new Backoff();
  #busy = false;

  constructor(tools: KeeperTools, recordings: Recordings) {
    this.#tools = tools;
    this.#recordings = recordings;
  }

  async discard(kept: KeptRecording): Promise<void> {
    const wish: Wish = { kind: 'discard', sent: capabilityOf(kept) };
    await this.#recordings.forget(kept.session, [this.#put(kept.session, wish)]);
  }

  /** A session that was started and is not used. */
  async discardUnused(of: Capability): Promise<void> {
    const wish: Wish = { kind: 'discard', sent: of };
    await this.#tools.shelf.write([this.#put(of.session, wish)]);
  }

  /** Ends the consent for everything. Answers which recordings it took off the shelf. */
  async withdraw(): Promise<SessionId[]> {
    const { shelf, places } = this.#tools;
    const declined = await new Answers(this.#tools).declineAll();
    const token = await shelf.read<string>(places.contributor);
    const sessions = await this.#recordings.all();
    const kept = await Promise.all(sessions.map((session) => this.#recordings.read(session)));
    const sent = kept.filter((each) => each !== undefined).map(capabilityOf);
    const changes = [
      ...declined,
      { remove: places.contributor },
      ...(token === undefined
        ? []
        : [this.#put(`contributor ${token.slice(0, 8)}`, { kind: 'withdraw', token, sent })]),
    ];
    await shelf.write(changes);
    for (const session of sessions) await this.#recordings.forget(session);
    return sessions;
  }

  /** What pages of a recording that is gone are to be told. */
  async whyGone(session: SessionId): Promise<'stopped' | 'discarded' | 'withdrawn'> {
    for (const wish of await this.#wishes()) {
      if (wish.kind === 'discard' && wish.sent.session === session) return 'discarded';
      if (wish.kind === 'withdraw' && wish.sent.some((each) => each.session === session))
        return 'withdrawn';
    }
    return 'stopped';
  }

  hurry(): void {
    this.#backoff.hurry();
  }

  /** Tries what is still to be done. */
  async run(isBusyWith: (session: SessionId) => boolean): Promise<void> {
    const { shelf, places, clock, chance } = this.#tools;
    if (this.#busy || !this.#backoff.isDue(clock.now())) return;
    this.#busy = true;
    try {
      for (const key of await shelf.keys(places.takingBack)) {
        const wish = await shelf.read<Wish>(key);
        const sent = wish === undefined ? [] : wish.kind === 'discard' ? [wish.sent] : wish.sent;
        // An upload under way could arrive after the objects were deleted.
        if (!wish || sent.some(({ session }) => isBusyWith(session))) continue;
        await this.#fulfil(wish, sent);
        await shelf.write([{ remove: key }]);
      }
      this.#backoff.succeeded();
    } catch {
      this.#backoff.failed(clock.now(), chance());
    } finally {
      this.#busy = false;
    }
  }

  async #fulfil(wish: Wish, sent: readonly Capability[]): Promise<void> {
    const { api } = this.#tools;
    // Where the keeper died between the wish and the clearing.
    for (const { session } of sent) await this.#recordings.forget(session);
    if (wish.kind === 'withdraw') await unlessFinal(() => api.withdraw(wish.token));
    for (const each of sent) await unlessFinal(() => this.#clear(each));
  }

  /** Removes the objects and looks whether they are gone. */
  async #clear(of: Capability): Promise<void> {
    const { api } = this.#tools;
    for (let look = 0; look < looks; look += 1) {
      const paths = await api.discard(of);
      if (paths.length === 0) return;
      for (let at = 0; at < paths.length; at += pathsPerCall)
        await api.remove(paths.slice(at, at + pathsPerCall));
    }
    throw new ApiFailure('offline', 'Some of what was taken back is still in storage.');
  }

  async #wishes(): Promise<Wish[]> {
    const { shelf, places } = this.#tools;
    const keys = await shelf.keys(places.takingBack);
    const wishes = await Promise.all(keys.map((key) => shelf.read<Wish>(key)));
    return wishes.filter((wish) => wish !== undefined);
  }

  #put(name: string, wish: Wish) {
    return { put: this.#tools.places.takingBack + name, value: wish };
  }
}

/** A final refusal ends the trying: it was done before, or can't be done from here. */
async function unlessFinal(call: () => Promise<void>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.kind === 'offline') throw error;
  }
}

const capabilityOf = ({ session, capability }: Capability): Capability => ({ session, capability });
