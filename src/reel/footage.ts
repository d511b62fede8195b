import type { ChunkRef, KeyframeRef, ObjectRef } from '#core/session.ts';
import { putBackCss } from '#dom/css-by-hash.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { ByteCache } from './byte-cache.ts';
import { indexChunk, type ChunkIndex } from './chunk-index.ts';
import { Objects, type ObjectsOptions, type Wanted } from './objects.ts';
import { readEvents } from './read-events.ts';
import { checkHash, refuse, unpack, type Unpacked } from './unpack.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';

/** Read and ready: chunks, keyframes, and the texts of style sheets. In bytes of their JSON, which
 * takes two or three times as much once it is read. */
const readBytes = 3 * 1024 * 1024;
const keyframeBytes = 1 * 1024 * 1024;
const sheetBytes = 4 * 1024 * 1024;
/** Of the sheets of one keyframe, packed; a larger one is gone around. */
const maxSheetBytes = 4 * 1024 * 1024;

export interface FootageOptions extends Omit<ObjectsOptions, 'onRested'> {
  /** Something came, or will never come. */
  readonly onChange: () => void;
  readonly onLost: (chunk: ChunkRef, why: string) => void;
}

/** What is needed of the stored session, each list with the most wanted first. */
export interface Need {
  /** Chunks and keyframes to be read. */
  readonly chunks: readonly ChunkRef[];
  readonly keyframes: readonly KeyframeRef[];
  /** Objects that may be needed soon. */
  readonly soon: readonly ObjectRef[];
}

interface Chunk {
  readonly events: readonly RecordedEvent[];
  /** Of its JSON. */
  readonly bytes: number;
}

/** A session's chunks and keyframes: fetched, checked and read as they are needed, the last used of
 * them kept, the index of every chunk that was ever read remembered. */
export class Footage {
  readonly #options: FootageOptions;
  readonly #objects: Objects;
  readonly #chunks = new ByteCache<Chunk>(readBytes);
  readonly #keyframes = new ByteCache<readonly RecordedEvent[]>(keyframeBytes);
  readonly #sheets = new ByteCache<string>(sheetBytes);
  readonly #indexes = new Map<string, ChunkIndex>();
  readonly #sizes = new Map<string, number>();
  readonly #lostKeyframes = new Set<string>();
  readonly #told = new Set<string>();
  readonly #reading = new Set<string>();
  #need: Need = { chunks: [], keyframes: [], soon: [] };

  constructor(options: FootageOptions) {
    this.#options = options;
    this.#objects = new Objects({ ...options, onRested: () => this.#pursue() });
  }

  get fetchedBytes(): number {
    return this.#objects.fetchedBytes;
  }

  get retrying(): number {
    return this.#objects.retrying;
  }

  chunk(ref: ChunkRef): Chunk | undefined {
    return this.#chunks.get(ref.path);
  }

  /** Of a chunk that was read once. */
  indexOf(ref: ChunkRef): ChunkIndex | undefined {
    return this.#indexes.get(ref.path);
  }

  keyframe(ref: KeyframeRef): readonly RecordedEvent[] | undefined {
    return this.#keyframes.get(ref.path);
  }

  /** Packed or read, so that no network is needed. */
  isAtHand({ path }: ObjectRef): boolean {
    return this.#chunks.has(path) || this.#objects.has(path);
  }

  /** Asked for, and not there yet. */
  isComing({ path }: ObjectRef): boolean {
    return this.#objects.isOpen(path);
  }

  whyLost(ref: ChunkRef): string | undefined {
    return this.#objects.whyLost(ref.path);
  }

  isKeyframeLost(ref: KeyframeRef): boolean {
    return this.#lostKeyframes.has(ref.path);
  }

  /** Says what is needed from now on; nothing else is fetched any more. */
  want(need: Need): void {
    this.#need = need;
    this.#pursue();
  }

  take(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#sizes.set(path, bytes.length);
    this.#objects.take(path, bytes);
    this.#pursue();
  }

  fail(path: string, why: string, isAway: boolean): void {
    this.#objects.fail(path, why, isAway);
    this.#pursue();
    this.#options.onChange();
  }

  retry(): void {
    this.#objects.retry();
    this.#lostKeyframes.clear();
    this.#told.clear();
    this.#pursue();
  }

  #pursue(): void {
    this.#tellLost();
    const chunks = this.#need.chunks.filter(({ path }) => !this.#chunks.has(path));
    const keyframes = this.#need.keyframes.filter(
      (ref) => !this.#keyframes.has(ref.path) && !this.isKeyframeLost(ref),
    );
    const urgent = [...keyframes.flatMap((ref) => this.#partsOf(ref)), ...chunks];
    const soon = this.#need.soon.filter(({ path }) => !this.#isRead(path));
    this.#objects.want([
      ...urgent.map((ref): Wanted => ({ ref, urgent: true })),
      ...soon.map((ref): Wanted => ({ ref, urgent: false })),
    ]);
    for (const ref of keyframes)
      this.#whenThere(ref.path, this.#partsOf(ref), () => this.#readKeyframe(ref));
    for (const ref of chunks) this.#whenThere(ref.path, [ref], () => this.#readChunk(ref));
  }

  #isRead(path: string): boolean {
    return this.#chunks.has(path) || this.#keyframes.has(path) || this.#sheets.has(path);
  }

  /** What of a keyframe must be fetched. */
  #partsOf(ref: KeyframeRef): readonly ObjectRef[] {
    return [ref, ...ref.sheets.filter(({ path }) => !this.#sheets.has(path))];
  }

  #tellLost(): void {
    for (const ref of this.#need.keyframes) {
      const size = ref.sheets.reduce((sum, sheet) => sum + this.#packedSize(sheet), 0);
      const isLost = this.#partsOf(ref).some(({ path }) => this.#objects.whyLost(path));
      if (isLost || size > maxSheetBytes) this.#lostKeyframes.add(ref.path);
    }
    for (const ref of this.#need.chunks) {
      const why = this.whyLost(ref);
      if (why === undefined || this.#told.has(ref.path)) continue;
      this.#told.add(ref.path);
      this.#options.onLost(ref, why);
    }
  }

  /** As it is told, or as it came; nothing is known of it before. */
  #packedSize({ path, bytes }: ObjectRef): number {
    return bytes ?? this.#sizes.get(path) ?? 0;
  }

  #whenThere(path: string, parts: readonly ObjectRef[], read: () => Promise<void>): void {
    if (this.#reading.has(path) || !parts.every((part) => this.#objects.has(part.path))) return;
    this.#reading.add(path);
    void read().finally(() => {
      this.#reading.delete(path);
      this.#pursue();
      this.#options.onChange();
    });
  }

  async #readChunk(ref: ChunkRef): Promise<void> {
    const unpacked = await this.#unpack(ref);
    const told = unpacked.ok ? readEvents(unpacked.value.text) : unpacked;
    if (!told.ok || !unpacked.ok) return this.#damaged(ref, told);
    const { events, index } = indexChunk(told.value);
    this.#indexes.set(ref.path, index);
    this.#chunks.set(ref.path, { events, bytes: unpacked.value.bytes }, unpacked.value.bytes);
    this.#objects.wasFine(ref.path);
  }

  async #readKeyframe(ref: KeyframeRef): Promise<void> {
    const unpacked = await this.#unpack(ref);
    const told = unpacked.ok ? readEvents(unpacked.value.text) : unpacked;
    if (!told.ok || !unpacked.ok) return this.#damaged(ref, told);
    const texts = new Map<string, string>();
    for (const sheet of ref.sheets) {
      const text = await this.#sheetText(sheet);
      if (!text.ok) return this.#damaged(sheet, text);
      texts.set(sheet.sha256, text.value);
    }
    const page = putBackCss(told.value, [...texts.keys()], (hash) => texts.get(hash));
    if (!page.ok) return this.#damaged(ref, page);
    this.#keyframes.set(ref.path, page.value, unpacked.value.bytes);
    this.#objects.wasFine(ref.path);
  }

  /** A sheet is named by the hash of its text. */
  async #sheetText(sheet: ObjectRef): Promise<OutcomeOf<string>> {
    const known = this.#sheets.get(sheet.path);
    if (known !== undefined) return succeed(known);
    const bytes = this.#objects.get(sheet.path);
    const unpacked = bytes ? await unpack(bytes) : refuse<Unpacked>('it was let go');
    if (!unpacked.ok) return unpacked;
    const { text } = unpacked.value;
    const checked = await checkHash(text, sheet.sha256);
    if (!checked.ok) return checked;
    this.#sheets.set(sheet.path, text, unpacked.value.bytes);
    this.#objects.wasFine(sheet.path);
    return succeed(text);
  }

  async #unpack(ref: ObjectRef): Promise<OutcomeOf<Unpacked>> {
    const bytes = this.#objects.get(ref.path);
    if (bytes === undefined) return refuse('it was let go');
    const [checked, unpacked] = await Promise.all([checkHash(bytes, ref.sha256), unpack(bytes)]);
    return checked.ok ? unpacked : checked;
  }

  #damaged({ path }: ObjectRef, outcome: OutcomeOf<unknown>): void {
    if (!outcome.ok)
      this.#objects.damaged(path, outcome.problems.map((each) => each.sentence).join('; '));
  }
}
