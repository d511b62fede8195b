import type { ObjectRef } from '#core/session.ts';
import { ByteCache } from './byte-cache.ts';

/** What to do when a fetch failed: how often to try, and how long to wait the first time, in ms. */
export const tries = 4;
export const firstDelayMs = 400;
export const longestDelayMs = 5000;
/** Bytes that arrive damaged are asked for once more. */
const damagedTries = 2;
/** Fetches open at a time; the last of them only for what is urgent. */
const openAtMost = 4;
/** Fetched and still packed, in bytes. */
const packedBytes = 4 * 1024 * 1024;

export interface Wanted {
  readonly ref: ObjectRef;
  /** What is wanted now hangs on it. */
  readonly urgent: boolean;
}

export interface ObjectsOptions {
  readonly fetch: (path: string) => void;
  readonly neverMind: (path: string) => void;
  /** Calls back in so many milliseconds. */
  readonly later: (delayMs: number, call: () => void) => void;
  /** Something that rested may be fetched again. */
  readonly onRested: () => void;
}

interface Trouble {
  /** Answers that were no help; where there was none it is only tried again. */
  readonly failures: number;
  readonly tried: number;
  readonly why: string;
  readonly resting: boolean;
}

/** The stored objects of a session as they come: asks for the wanted ones in their order, a few at
 * once, lets go of those not wanted any more, tries again later, and gives up on some. */
export class Objects {
  readonly #options: ObjectsOptions;
  readonly #packed = new ByteCache<Uint8Array<ArrayBuffer>>(packedBytes);
  readonly #open = new Map<string, Wanted>();
  readonly #trouble = new Map<string, Trouble>();
  readonly #lost = new Map<string, string>();
  #fetchedBytes = 0;

  constructor(options: ObjectsOptions) {
    this.#options = options;
  }

  get fetchedBytes(): number {
    return this.#fetchedBytes;
  }

  /** How many are being tried again. */
  get retrying(): number {
    return this.#trouble.size;
  }

  has(path: string): boolean {
    return this.#packed.has(path);
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  get(path: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#packed.get(path);
  }

  /** Why an object can't be had, once it was given up. */
  whyLost(path: string): string | undefined {
    return this.#lost.get(path);
  }

  /** Asks for what is in `plan`, the first most of all, and for nothing else. */
  want(plan: readonly Wanted[]): void {
    const paths = new Set(plan.map(({ ref }) => ref.path));
    for (const path of this.#open.keys()) if (!paths.has(path)) this.#letGo(path);
    for (const path of this.#trouble.keys()) if (!paths.has(path)) this.#trouble.delete(path);
    for (const wanted of plan) {
      const { path } = wanted.ref;
      if (this.#isSettled(path) || this.#open.has(path)) continue;
      if (!wanted.urgent && this.#open.size >= openAtMost - 1) return;
      if (this.#open.size >= openAtMost && !this.#makeRoom()) return;
      this.#open.set(path, wanted);
      this.#options.fetch(path);
    }
  }

  take(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#fetchedBytes += bytes.length;
    if (!this.#open.delete(path)) return;
    this.#packed.set(path, bytes, bytes.length);
  }

  /** Whoever fetches could not. While the server is `away` nothing is given up. */
  fail(path: string, why: string, isAway: boolean): void {
    if (!this.#open.delete(path)) return;
    const before = this.#trouble.get(path) ?? { failures: 0, tried: 0 };
    const failures = before.failures + (isAway ? 0 : 1);
    const tried = before.tried + 1;
    if (failures >= tries) {
      this.#giveUp(path, `it could not be fetched in ${tries} tries (${why})`);
      return;
    }
    this.#trouble.set(path, { failures, tried, why, resting: true });
    const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (tried - 1));
    this.#options.later(delayMs, () => this.#rested(path, tried));
  }

  /** What came can't be read. */
  damaged(path: string, why: string): void {
    this.#packed.delete(path);
    const failures = (this.#trouble.get(path)?.failures ?? 0) + 1;
    if (failures >= damagedTries) this.#giveUp(path, why);
    else this.#trouble.set(path, { failures, tried: failures, why, resting: false });
  }

  /** It came and was read. */
  wasFine(path: string): void {
    this.#trouble.delete(path);
  }

  /** Forgets what was given up, so that it is tried again. */
  retry(): void {
    this.#lost.clear();
    this.#trouble.clear();
  }

  #isSettled(path: string): boolean {
    const resting = this.#trouble.get(path)?.resting ?? false;
    return resting || this.#packed.has(path) || this.#lost.has(path);
  }

  #giveUp(path: string, why: string): void {
    this.#trouble.delete(path);
    this.#lost.set(path, why);
  }

  #rested(path: string, tried: number): void {
    const trouble = this.#trouble.get(path);
    if (trouble?.tried !== tried || !trouble.resting) return;
    this.#trouble.set(path, { ...trouble, resting: false });
    this.#options.onRested();
  }

  #makeRoom(): boolean {
    const least = [...this.#open].findLast(([, { urgent }]) => !urgent);
    if (least === undefined) return false;
    this.#letGo(least[0]);
    return true;
  }

  #letGo(path: string): void {
    this.#open.delete(path);
    this.#options.neverMind(path);
  }
}
