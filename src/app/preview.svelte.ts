/** A stretch of one session on its way into a preview. */
import type { KeyframeRef, OpenedSession } from '#core/session.ts';
import { ms, type Ms } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { cutPreview, type PreviewCut } from './cut-preview.ts';
import { behindBlanks, blanksIn, endAtBlank } from './preview-blanks.ts';
import { tellPreview } from './tell-preview.ts';
import type { Packed, PreviewMaterial, ReadPreview } from './preview-messages.ts';

export type PreviewState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  | {
      readonly kind: 'ready';
      readonly events: readonly RecordedEvent[];
      /** When the first of them happened. */
      readonly beginsMs: Ms;
      readonly told: string;
    }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface PreviewSource {
  /** Opens the session, which its contributor may read in the access log. */
  readonly open: () => Promise<Pick<OpenedSession, 'session' | 'chunks' | 'outline'>>;
  readonly fetch: (path: string, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
  readonly read: (material: PreviewMaterial, signal: AbortSignal) => Promise<ReadPreview>;
}

export class Preview {
  readonly #source: PreviewSource;
  readonly #at: Ms;
  #state = $state.raw<PreviewState>({ kind: 'opening' });
  #stopped = new AbortController();

  constructor(source: PreviewSource, at = ms(0)) {
    this.#source = source;
    this.#at = at;
  }

  get state(): PreviewState {
    return this.#state;
  }

  /** Loads it, from the start again each time. */
  async load(): Promise<void> {
    this.stop();
    this.#stopped = new AbortController();
    const { signal } = this.#stopped;
    this.#state = { kind: 'opening' };
    try {
      const ready = await this.#read(signal);
      if (!signal.aborted) this.#state = ready;
    } catch (cause) {
      if (!signal.aborted) this.fail(cause instanceof Error ? cause.message : String(cause));
    }
  }

  fail(sentence: string): void {
    this.#state = { kind: 'failed', sentence };
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #read(signal: AbortSignal): Promise<PreviewState> {
    const { session, chunks, outline } = await this.#source.open();
    const blanks = blanksIn(outline);
    const wanted = ms(Math.min(Math.max(this.#at, 0), session.durationMs));
    const at = behindBlanks(wanted, blanks);
    const all = cutPreview(chunks, at);
    if (all === undefined)
      return { kind: 'failed', sentence: 'Nothing was stored of this session.' };
    if (blanks.some(({ endsMs }) => endsMs === at) && at >= session.durationMs)
      return { kind: 'failed', sentence: 'From here on this session is not work, and blank.' };
    const cut = endAtBlank(all, at, blanks);
    const material = {
      ...(await this.#fetch(cut, signal)),
      from: session.startedAt + at,
      until: session.startedAt + cut.untilMs,
    };
    const read = await this.#source.read(material, signal);
    if (!read.ok) return { kind: 'failed', sentence: read.problems[0]?.sentence ?? '' };
    const events = read.value;
    const beginsMs = ms((events[0]?.timestamp ?? material.from) - session.startedAt);
    return { kind: 'ready', events, beginsMs, told: tellPreview(cut, at, session, chunks) };
  }

  async #fetch(
    { chunks }: PreviewCut,
    signal: AbortSignal,
  ): Promise<Pick<PreviewMaterial, 'keyframe' | 'chunks'>> {
    const key = chunks[0]?.keyframe;
    const total = chunks.length + (key ? 1 + key.sheets.length : 0);
    let loaded = 0;
    const one = async ({ path, sha256 }: { path: string; sha256: string }): Promise<Packed> => {
      const bytes = await this.#source.fetch(path, signal);
      if (!signal.aborted) this.#state = { kind: 'loading', loaded: ++loaded, total };
      return { bytes, sha256 };
    };
    const keyframe = async ({ sheets, ...ref }: KeyframeRef) => ({
      ...(await one(ref)),
      sheets: await Promise.all(sheets.map(one)),
    });
    const [start, rest] = await Promise.all([
      key && keyframe(key),
      Promise.all(chunks.map((chunk) => one(chunk))),
    ]);
    return { ...(start && { keyframe: start }), chunks: rest };
  }
}
