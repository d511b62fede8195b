/** Under which keys things lie. All of a recording begins with the same words, so that it goes at
 * once. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SessionId } from '#core/ids.ts';
import type { RecorderSettings } from './keeper-messages.ts';

const padded = (value: number) => String(value).padStart(9, '0');

export class ShelfPlaces {
  readonly #scope: string;

  /** Recorders of different projects on one origin share nothing. */
  constructor({ url, recorderKey }: RecorderSettings) {
    this.#scope = bytesToHex(sha256(utf8ToBytes(`${url} ${recorderKey}`))).slice(0, 16);
  }

  get scope(): string {
    return this.#scope;
  }
  /** The session that pages record into; there is at most one. */
  get live(): string {
    return `${this.#scope}/live`;
  }
  get contributor(): string {
    return `${this.#scope}/contributor`;
  }
  get answers(): string {
    return `${this.#scope}/answer/`;
  }
  answer(noticeVersion: number, site: string): string {
    return `${this.answers}${noticeVersion}/${site}`;
  }
  get recordings(): string {
    return `${this.#scope}/recording/`;
  }
  all(session: SessionId): string {
    return `${this.recordings}${session}/`;
  }
  recording(session: SessionId): string {
    return `${this.all(session)}recording`;
  }
  version(session: SessionId): string {
    return `${this.all(session)}version`;
  }
  /** `open` while events may still be added, also late ones. */
  door(session: SessionId): string {
    return `${this.all(session)}door`;
  }
  streams(session: SessionId): string {
    return `${this.all(session)}stream/`;
  }
  stream(session: SessionId, tab: number): string {
    return `${this.streams(session)}${padded(tab)}`;
  }
  owners(session: SessionId): string {
    return `${this.all(session)}owner/`;
  }
  owner(session: SessionId, tab: number): string {
    return `${this.owners(session)}${padded(tab)}`;
  }
  /** When somebody last held this tab's line. */
  beat(session: SessionId, tab?: number): string {
    return `${this.all(session)}beat/${tab === undefined ? '' : padded(tab)}`;
  }
  journal(session: SessionId, tab?: number, row?: number): string {
    return this.#numbered(`${this.all(session)}journal/`, tab, row);
  }
  queue(session: SessionId, tab?: number, seq?: number): string {
    return this.#numbered(`${this.all(session)}queue/`, tab, seq);
  }
  /** The size stands in the key, so that it is known without reading the bytes. */
  queued(session: SessionId, tab: number, seq: number, bytes: number): string {
    return `${this.queue(session, tab, seq)}/${bytes}`;
  }
  lease(session: SessionId, tab: number): string {
    return `${this.all(session)}lease/${padded(tab)}`;
  }
  get takingBack(): string {
    return `${this.#scope}/taking back/`;
  }

  #numbered(prefix: string, tab: number | undefined, number: number | undefined): string {
    if (tab === undefined) return prefix;
    return number === undefined
      ? `${prefix}${padded(tab)}/`
      : `${prefix}${padded(tab)}/${padded(number)}`;
  }
}

/** The number after the last word of `prefix` in a key. */
export const numberAfter = (key: string, prefix: string): number =>
  Number(key.slice(prefix.length).split('/')[0]);

export const sizeIn = (queuedKey: string): number => Number(queuedKey.split('/').at(-1));
