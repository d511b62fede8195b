/** The database and Storage as a keeper meets them: the rules of the SQL, without the SQL. */
import { ApiFailure } from '#delivery/api-failure.ts';
import { sha256Of } from './sha256-of.ts';
import type { QueuedChunk, QueuedKeyframe } from '#delivery/kept-recording.ts';
import type { Capability, DeliveryApi, SealedHead, Standing } from '#delivery/recorder-api.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import type { SessionId } from '#core/ids.ts';
import { defaultCapturePolicy } from '#core/capture-policy.ts';
import { epochMs } from '#core/time.ts';

export interface StoredSession {
  readonly session: SessionId;
  readonly capability: string;
  readonly token: string;
  state: 'recording' | 'sealed' | 'discarded' | 'withdrawn';
  readonly chunks: Map<string, QueuedChunk>;
  head?: SealedHead;
}

const site = 'https://desk.test';

export class ServerDouble implements DeliveryApi {
  readonly objects = new Map<string, Uint8Array>();
  readonly sessions = new Map<string, StoredSession>();
  /** Keyframes that were told before all they need was there. */
  readonly early: string[] = [];
  readonly consents = new Map<string, readonly string[]>();
  noticeVersion = 1;
  isKeyRevoked = false;
  #made = 0;

  async terms(from: string): Promise<RecorderTerms> {
    this.#checkKey();
    if (from !== site) throw new ApiFailure('forbidden', 'This site is not on the list.');
    return {
      project: 'Desk',
      notice: { version: this.noticeVersion, text: 'What and why', purposes: ['training'] },
      policy: { version: 1, sha256: '0'.repeat(64), rules: defaultCapturePolicy },
      sites: [site],
      previewHours: 24,
    };
  }

  async answer(
    token: string,
    _site: string,
    notice: number,
    purposes: readonly string[],
  ): Promise<void> {
    this.#checkKey();
    if (notice !== this.noticeVersion) throw new ApiFailure('conflict', 'There is a newer notice.');
    this.consents.set(token, purposes);
  }

  async start({ token }: { token: string }): Promise<Capability> {
    this.#checkKey();
    if (!this.consents.get(token)?.length)
      throw new ApiFailure('forbidden', 'There is no live consent.');
    const session = `session-${this.#made++}` as SessionId;
    const capability = `capability-of-${session}`;
    this.sessions.set(session, {
      session,
      capability,
      token,
      state: 'recording',
      chunks: new Map(),
    });
    return { session, capability };
  }

  async upload(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const [session = '', capability = ''] = path.split('/');
    this.#open({ session: session as SessionId, capability });
    // Write-once: what is there stays, and the caller takes “already there” for success.
    if (!this.objects.has(path)) this.objects.set(path, bytes);
  }

  async commit(of: Capability, chunk: QueuedChunk): Promise<void> {
    const { chunks } = this.#open(of);
    const stored = this.objects.get(
      `${of.session}/${of.capability}/${chunk.tab}-${chunk.seq}.json.gz`,
    );
    const there = chunks.get(`${chunk.tab}-${chunk.seq}`);
    const sameKeyframe = !chunk.keyframe || there?.keyframe?.sha256 === chunk.keyframe.sha256;
    if (there?.sha256 === chunk.sha256 && sameKeyframe) return;
    if (there) throw new ApiFailure('conflict', 'It is there with other content.');
    if (!stored) throw new ApiFailure('conflict', 'It was not uploaded yet.');
    if (stored.length !== chunk.bytes.length || sha256Of(stored) !== chunk.sha256)
      throw new ApiFailure('invalid', 'The bytes in storage are others.');
    if (chunk.keyframe) this.#checkKeyframe(of, chunk, chunk.keyframe);
    const before = chunks.get(`${chunk.tab}-${chunk.seq - 1}`);
    if (before?.sha256 !== chunk.previousSha256)
      throw new ApiFailure('invalid', 'It does not follow the chunk before it.');
    if (chunk.events < 1 || chunk.startsMs < 0 || chunk.endsMs < chunk.startsMs)
      throw new ApiFailure('invalid', 'Its times are wrong.');
    chunks.set(`${chunk.tab}-${chunk.seq}`, chunk);
  }

  #checkKeyframe(of: Capability, { tab, seq }: QueuedChunk, keyframe: QueuedKeyframe): void {
    const folder = `${of.session}/${of.capability}`;
    const stored = this.objects.get(`${folder}/${tab}-${seq}.key.json.gz`);
    const missing = keyframe.sheets?.filter(
      (sheet) => !this.objects.has(`${folder}/${sheet}.css.gz`),
    );
    if (stored && sha256Of(stored) === keyframe.sha256 && !missing?.length) return;
    this.early.push(`${of.session} tab ${tab} chunk ${seq}`);
    throw new ApiFailure('conflict', 'Its keyframe was not uploaded yet.');
  }

  async standing(of: Capability): Promise<Standing> {
    const { state } = this.#find(of);
    const no = (why: Standing['why']) => ({ mayRecord: false, why, sentence: `It is ${why}.` });
    if (state !== 'recording') return no(state);
    if (this.isKeyRevoked) return no('key');
    if (this.noticeVersion > 1) return no('notice');
    return { mayRecord: true, sentence: '' };
  }

  async seal(of: Capability, head: SealedHead): Promise<void> {
    const stored = this.#find(of);
    if (stored.state === 'sealed') return;
    this.#open(of);
    stored.state = 'sealed';
    stored.head = head;
  }

  async discard(of: Capability): Promise<readonly string[]> {
    const stored = this.#find(of);
    if (stored.state !== 'withdrawn') {
      stored.state = 'discarded';
      stored.chunks.clear();
    }
    return [...this.objects.keys()].filter((path) => path.startsWith(`${of.session}/`));
  }

  async remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const [session = '', capability = ''] = path.split('/');
      const { state } = this.#find({ session: session as SessionId, capability });
      if (state === 'discarded' || state === 'withdrawn') this.objects.delete(path);
    }
  }

  async withdraw(token: string): Promise<void> {
    this.consents.set(token, []);
    for (const stored of this.sessions.values())
      if (stored.token === token && stored.state !== 'discarded') stored.state = 'withdrawn';
  }

  /** Chunks of a tab in order. */
  chunksOf(stored: StoredSession, tab: number): QueuedChunk[] {
    return [...stored.chunks.values()]
      .filter((chunk) => chunk.tab === tab)
      .sort((a, b) => a.seq - b.seq);
  }

  #checkKey(): void {
    if (this.isKeyRevoked) throw new ApiFailure('forbidden', 'This recorder key is revoked.');
  }

  #find({ session, capability }: Capability): StoredSession {
    const stored = this.sessions.get(session);
    if (stored?.capability !== capability)
      throw new ApiFailure('forbidden', 'This capability does not fit this session.');
    return stored;
  }

  #open(of: Capability): StoredSession {
    const stored = this.#find(of);
    if (stored.state === 'withdrawn') throw new ApiFailure('forbidden', 'Consent was withdrawn.');
    if (stored.state !== 'recording')
      throw new ApiFailure('conflict', `This session is ${stored.state}.`);
    return stored;
  }
}

export const someTime = epochMs(1_700_000_000_000);
export const deskSite = site;
