/** How a recording begins: on what terms, with whose answer. */
import type { Purpose } from '#core/consent.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import { epochMs } from '#core/time.ts';
import { Answers } from './answers.ts';
import { ApiFailure } from './api-failure.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { KeptRecording } from './kept-recording.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { Recordings } from './recordings.ts';
import type { TakingBack } from './taking-back.ts';

export type Enrolled =
  | { readonly kind: 'recording'; readonly kept: KeptRecording }
  | { readonly kind: 'ask'; readonly terms: RecorderTerms }
  | { readonly kind: 'declined' };

/** How often a server that does not answer is asked before a page is told that it can't record. */
const attempts = 3;
const pauseMs = 2000;

export class Enrolment {
  readonly #tools: KeeperTools;
  readonly #recordings: Recordings;
  readonly #takingBack: TakingBack;
  readonly #answers: Answers;
  readonly #turn = new OneAtATime();

  constructor(tools: KeeperTools, recordings: Recordings, takingBack: TakingBack) {
    this.#tools = tools;
    this.#recordings = recordings;
    this.#takingBack = takingBack;
    this.#answers = new Answers(tools);
  }

  /** The recording under way, or a new one where this was agreed to before. */
  enter(site: string, again: boolean): Promise<Enrolled> {
    return this.#turn.run(async () => {
      const live = await this.#recordings.live();
      const terms = live?.terms ?? (await this.#terms(site));
      if (!terms.sites.includes(site)) throw offTheList(site);
      const answer = await this.#answers.read(terms, site);
      if (answer === undefined || (again && answer.length === 0)) return { kind: 'ask', terms };
      return answer.length === 0 ? declined : this.#start(site, terms, answer);
    });
  }

  answer(site: string, terms: RecorderTerms, purposes: readonly Purpose[]): Promise<Enrolled> {
    return this.#turn.run(async () => {
      if (purposes.length === 0) {
        await this.#answers.remember(terms, site, purposes);
        return declined;
      }
      const token = await this.#token();
      const { api } = this.#tools;
      try {
        await this.#patiently(() => api.answer(token, site, terms.notice.version, purposes));
      } catch (error) {
        if (!isFailure(error, 'conflict')) throw error;
        // The notice changed while the person read it.
        return { kind: 'ask', terms: await this.#terms(site) };
      }
      await this.#answers.remember(terms, site, purposes);
      return this.#start(site, terms, purposes);
    });
  }

  /** What asking under these terms came to on another line, if anything. */
  async settled(terms: RecorderTerms, site: string): Promise<Enrolled | undefined> {
    const answer = await this.#answers.read(terms, site);
    if (answer === undefined) return undefined;
    if (answer.length === 0) return declined;
    const kept = await this.#recordings.live();
    return kept && joined(kept, answer);
  }

  async #start(
    site: string,
    terms: RecorderTerms,
    purposes: readonly Purpose[],
    isRetry = false,
  ): Promise<Enrolled> {
    const live = await this.#recordings.live();
    if (live) return joined(live, purposes);
    try {
      return await this.#begin(site, terms, purposes);
    } catch (error) {
      if (!isFailure(error, 'forbidden') && !isFailure(error, 'conflict')) throw error;
      // A new notice or policy, or the consent does not stand any more. Were it the key or the site,
      // asking for the terms fails.
      const newer = await this.#terms(site);
      const isSameNotice = newer.notice.version === terms.notice.version;
      if (isFailure(error, 'conflict') && isSameNotice && !isRetry)
        return this.#start(site, newer, purposes, true);
      await this.#answers.forget(terms, site);
      return { kind: 'ask', terms: newer };
    }
  }

  async #begin(
    site: string,
    terms: RecorderTerms,
    purposes: readonly Purpose[],
  ): Promise<Enrolled> {
    const { api, clock, randomHex } = this.#tools;
    const token = await this.#token();
    const startedAt = epochMs(clock.now());
    const made = await this.#patiently(() =>
      api.start({ token, site, purposes, terms, startedAt }),
    );
    const salt = randomHex(16);
    const begun = { salt, startedAt, terms, purposes, token, paused: false, nextTab: 0 };
    const kept: KeptRecording = { ...made, ...begun };
    if (await this.#recordings.begin(kept)) return { kind: 'recording', kept };
    await this.#takingBack.discardUnused(made);
    const other = await this.#recordings.live();
    if (other) return joined(other, purposes);
    throw new ApiFailure('offline', 'The recording that was to be joined ended at that moment.');
  }

  #terms(site: string): Promise<RecorderTerms> {
    return this.#patiently(() => this.#tools.api.terms(site));
  }

  /** Made here, at the first yes; the server keeps only its hash. */
  async #token(): Promise<string> {
    const { shelf, places, randomHex } = this.#tools;
    const kept = await shelf.read<string>(places.contributor);
    if (kept !== undefined) return kept;
    const token = randomHex(32);
    await shelf.write([
      { expect: places.contributor, is: undefined },
      { put: places.contributor, value: token },
    ]);
    return token;
  }

  async #patiently<T>(call: () => Promise<T>): Promise<T> {
    for (let left = attempts - 1; ; left -= 1) {
      try {
        return await call();
      } catch (error) {
        if (left === 0 || !isFailure(error, 'offline')) throw error;
        const { clock } = this.#tools;
        await new Promise<void>((resolve) => void clock.after(pauseMs, resolve));
      }
    }
  }
}

const declined = { kind: 'declined' } as const;

/** A recording is for all of its purposes on all of its sites. */
const joined = (kept: KeptRecording, purposes: readonly Purpose[]): Enrolled =>
  kept.purposes.every((purpose) => purposes.includes(purpose))
    ? { kind: 'recording', kept }
    : declined;

const offTheList = (site: string) =>
  new ApiFailure(
    'forbidden',
    `The site ${site} is not on the list of sites this project may record.`,
  );

const isFailure = (error: unknown, kind: ApiFailure['kind']): boolean =>
  error instanceof ApiFailure && error.kind === kind;
