/** Speaks to the database and Storage in plain `fetch`: a client library is too large for a page. */
import type { Purpose } from '#core/consent.ts';
import type { SessionId } from '#core/ids.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import { recordingFormat } from '#core/session.ts';
import type { EpochMs } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { ApiFailure, failureOfAnswer } from './api-failure.ts';
import type { QueuedChunk } from './kept-recording.ts';
import type { RecorderSettings } from './keeper-messages.ts';
import { readTerms } from './read-terms.ts';
import { refuseSecretKey } from './refuse-secret-key.ts';

/** By which a recorder writes into one session, and nothing else. */
export interface Capability {
  readonly session: SessionId;
  readonly capability: string;
}

export interface Standing {
  readonly mayRecord: boolean;
  readonly why?: 'withdrawn' | 'discarded' | 'sealed' | 'notice' | 'policy' | 'key';
  readonly sentence: string;
}

export interface SealedHead {
  readonly chunks: Readonly<Record<number, number>>;
  readonly gaps: readonly Gap[];
}

/** What a keeper asks of the other side. */
export type DeliveryApi = { readonly [Call in keyof RecorderApi]: RecorderApi[Call] };

const timeoutMs = 60_000;

export class RecorderApi {
  readonly #settings: RecorderSettings;
  readonly #fetch: typeof fetch;

  /** Throws an `ApiFailure` where the key is one that no page may carry. */
  constructor(settings: RecorderSettings, fetcher: typeof fetch = (...all) => fetch(...all)) {
    refuseSecretKey(settings.key);
    this.#settings = settings;
    this.#fetch = fetcher;
  }

  async terms(site: string): Promise<RecorderTerms> {
    return readTerms(await this.#call('recorder_terms', { ...this.#recorderKey, p_site: site }));
  }

  async answer(token: string, site: string, notice: number, purposes: readonly Purpose[]) {
    await this.#call('answer_consent', {
      ...this.#recorderKey,
      p_contributor_token: token,
      p_site: site,
      p_notice_version: notice,
      p_purposes: purposes,
    });
  }

  async start(options: {
    readonly token: string;
    readonly site: string;
    readonly purposes: readonly Purpose[];
    readonly terms: RecorderTerms;
    readonly startedAt: EpochMs;
  }): Promise<Capability> {
    const made = await this.#call<{ session_id: SessionId; capability: string }>('start_session', {
      ...this.#recorderKey,
      p_contributor_token: options.token,
      p_site: options.site,
      p_purposes: options.purposes,
      p_notice_version: options.terms.notice.version,
      p_policy_version: options.terms.policy.version,
      p_started_at: new Date(options.startedAt).toISOString(),
      p_format: recordingFormat,
    });
    return { session: made.session_id, capability: made.capability };
  }

  /** Stores an object; that it is there already is as good. */
  async upload(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      await this.#send('POST', `/storage/v1/object/recordings/${path}`, {
        body: new Blob([bytes], { type: 'application/gzip' }),
        type: 'application/gzip',
      });
    } catch (error) {
      const there =
        error instanceof ApiFailure &&
        (error.kind === 'conflict' || /already exists|duplicate/i.test(error.message));
      if (!there) throw error;
    }
  }

  async commit(of: Capability, chunk: QueuedChunk): Promise<void> {
    await this.#call('commit_chunk', {
      ...named(of),
      p_tab: chunk.tab,
      p_seq: chunk.seq,
      p_starts_ms: chunk.startsMs,
      p_ends_ms: chunk.endsMs,
      p_events: chunk.events,
      p_bytes: chunk.bytes.length,
      p_sha256: chunk.sha256,
      p_previous_sha256: chunk.previousSha256 ?? null,
      p_track: chunk.track,
      p_keyframe_bytes: chunk.keyframe?.bytes.length ?? null,
      p_keyframe_sha256: chunk.keyframe?.sha256 ?? null,
      p_keyframe_sheets: chunk.keyframe?.sheets ?? null,
    });
  }

  async standing(of: Capability): Promise<Standing> {
    const told = await this.#call<{
      may_record: boolean;
      why?: Standing['why'] | null;
      sentence?: string | null;
    }>('recording_standing', named(of));
    return {
      mayRecord: told.may_record,
      why: told.why ?? undefined,
      sentence: told.sentence ?? 'The recording was ended.',
    };
  }

  async seal(of: Capability, head: SealedHead): Promise<void> {
    await this.#call('seal_session', { ...named(of), p_head: head });
  }

  /** Answers the objects that are still to be removed; none once all are gone. */
  async discard(of: Capability): Promise<readonly string[]> {
    return (await this.#call<readonly string[] | null>('discard_session', named(of))) ?? [];
  }

  async remove(paths: readonly string[]): Promise<void> {
    const body = JSON.stringify({ prefixes: paths });
    await this.#send('DELETE', '/storage/v1/object/recordings', { body, type: 'application/json' });
  }

  async withdraw(token: string): Promise<void> {
    await this.#call('withdraw_recorded', { p_contributor_token: token });
  }

  get #recorderKey() {
    return { p_recorder_key: this.#settings.recorderKey };
  }

  async #call<T>(name: string, values: object): Promise<T> {
    const body = JSON.stringify(values);
    const text = await this.#send('POST', `/rest/v1/rpc/${name}`, {
      body,
      type: 'application/json',
    });
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async #send(
    method: string,
    path: string,
    { body, type }: { readonly body: BodyInit; readonly type: string },
  ): Promise<string> {
    const { url, key } = this.#settings;
    let answer: Response;
    let text: string;
    try {
      answer = await this.#fetch(url.replace(/\/+$/, '') + path, {
        method,
        body,
        headers: { apikey: key, authorization: `Bearer ${key}`, 'content-type': type },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await answer.text();
    } catch (cause) {
      throw new ApiFailure('offline', `Tasktape can't reach ${url}.`, cause);
    }
    if (answer.ok) return text;
    throw failureOfAnswer(answer.status, text);
  }
}

const named = ({ session, capability }: Capability) => ({
  p_session: session,
  p_capability: capability,
});
