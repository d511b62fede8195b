import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { gzipSync } from 'fflate';
import type { Action } from '#core/action.ts';
import type { Keystroke } from '#core/keystroke.ts';
import type { MadeChunk, MadeKeyframe } from '#core/recording.ts';
import { ms, type Ms } from '#core/time.ts';
import { activityBinMs, type PageVisit, type TextInput, type Track } from '#core/track.ts';
import { inOrder } from '#actions/extract-actions.ts';
import { KeyframeMaker } from './keyframe-maker.ts';
import type { KeyMode } from '#actions/keystroke-stream.ts';
import type { MendedEvent } from './mend-events.ts';
import type { MendingPlan } from './plan-mending.ts';
import { SessionFold } from './session-fold.ts';

/** A page that was there for less does not get a chunk to itself. */
const shortestMs = 1000;
export const chunkJsonBytes = 1024 * 1024;
/** Beyond this even events of one millisecond are parted. */
const hardJsonBytes = 16 * 1024 * 1024;
/** More finished chunks than this do not wait for an action to end. */
const maxWaiting = 8;

interface OpenChunk {
  readonly startsMs: Ms;
  readonly keyframe: MadeKeyframe | undefined;
  lastAt: Ms;
  readonly parts: Uint8Array[];
  jsonBytes: number;
  readonly activity: number[];
}

type Waiting = Omit<MadeChunk, 'track'> & {
  readonly pages: readonly PageVisit[];
  readonly textInputs: readonly TextInput[];
  readonly activity: readonly number[];
};

/** Cuts mended events into chunks, and tells each chunk's track once nothing in it can change. */
export class ChunkMaker {
  readonly #plan: MendingPlan;
  readonly #fold: SessionFold;
  readonly #keyframes: KeyframeMaker;
  #open: OpenChunk | undefined;
  #waiting: Waiting[] = [];
  #keystrokes: Keystroke[] = [];
  #actions: Action[] = [];
  #seq = 0;
  #previous: string | undefined;

  constructor(plan: MendingPlan, mode: KeyMode) {
    this.#plan = plan;
    this.#fold = new SessionFold(mode);
    this.#keyframes = new KeyframeMaker(this.#fold.page);
  }

  push(mended: MendedEvent): MadeChunk[] {
    if (this.#open !== undefined && this.#mustCut(this.#open, mended)) this.#cut(mended.at);
    this.#open ??= this.#begin(mended);
    this.#fold.push(mended);
    this.#keyframes.push(mended);
    this.#append(this.#open, mended);
    if (this.#waiting.length === 0) return [];
    if (this.#waiting.length > maxWaiting) this.#fold.finish();
    return this.#release(this.#fold.settledUntil(mended.at));
  }

  finish(): MadeChunk[] {
    this.#fold.finish();
    this.#cut(this.#plan.durationMs);
    return this.#release(ms(Number.POSITIVE_INFINITY));
  }

  #mustCut(open: OpenChunk, mended: MendedEvent): boolean {
    const { at, json } = mended;
    const jsonBytes = open.jsonBytes + json.length;
    if (jsonBytes > hardJsonBytes) return true;
    // A chunk is never empty in time: neither one that ends here nor one that begins at the end.
    if (at === open.lastAt || at >= this.#plan.durationMs) return false;
    if (jsonBytes > chunkJsonBytes) return true;
    return at - open.startsMs >= shortestMs && this.#keyframes.isDue(mended);
  }

  #begin(mended: MendedEvent): OpenChunk {
    const { at } = mended;
    const keyframe = this.#keyframes.make(mended);
    return { startsMs: at, keyframe, lastAt: at, parts: [], jsonBytes: 0, activity: [] };
  }

  #append(open: OpenChunk, { at, json }: MendedEvent): void {
    const { activity, startsMs } = open;
    const bin = Math.floor(at / activityBinMs) - Math.floor(startsMs / activityBinMs);
    while (activity.length <= bin) activity.push(0);
    activity[bin] = (activity[bin] ?? 0) + 1;
    open.parts.push(json);
    open.jsonBytes += json.length + 1;
    open.lastAt = at;
  }

  #cut(at: Ms): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    this.#fold.visits.cut(at);
    const bytes = gzipSync(joinJson(open), { level: 6, mtime: 0 });
    const hash = bytesToHex(sha256(bytes));
    this.#keyframes.stored(bytes.length);
    this.#waiting.push({
      tab: 0,
      seq: this.#seq++,
      startsMs: open.startsMs,
      endsMs: ms(Math.max(at, open.startsMs + 1)),
      events: open.parts.length,
      bytes,
      sha256: hash,
      previousSha256: this.#previous,
      pages: this.#fold.visits.take(),
      textInputs: this.#fold.textInputs.take(),
      activity: open.activity,
      ...(open.keyframe && { keyframe: open.keyframe }),
    });
    this.#previous = hash;
  }

  #release(settled: Ms): MadeChunk[] {
    const ready = this.#waiting.filter(({ endsMs }) => endsMs <= settled);
    if (ready.length === 0) return [];
    this.#waiting = this.#waiting.slice(ready.length);
    this.#keystrokes.push(...this.#fold.keystrokes.take());
    this.#actions.push(...this.#fold.actions.take());
    return ready.map(({ pages, textInputs, activity, ...chunk }) => ({
      ...chunk,
      track: {
        ...this.#track(chunk),
        pages,
        ...(textInputs.length > 0 && { textInputs }),
        activity,
      },
    }));
  }

  #track({
    startsMs,
    endsMs,
    seq,
  }: Pick<MadeChunk, 'startsMs' | 'endsMs' | 'seq'>): Omit<Track, 'pages' | 'activity'> {
    const isLast = this.#open === undefined && seq === this.#seq - 1;
    const until = isLast ? Number.POSITIVE_INFINITY : endsMs;
    const isIn = (at: number) => at < until;
    const keystrokes = this.#keystrokes.filter(({ atMs }) => isIn(atMs));
    this.#keystrokes = this.#keystrokes.filter(({ atMs }) => !isIn(atMs));
    const actions = this.#actions.filter((action) => isIn(action.endsMs - 1)).sort(inOrder);
    this.#actions = this.#actions.filter((action) => !isIn(action.endsMs - 1));
    return {
      format: 1,
      keystrokes,
      actions,
      gaps: this.#plan.gaps.filter((gap) => gap.startsMs >= startsMs && gap.startsMs < endsMs),
      activityFromMs: ms(Math.floor(startsMs / activityBinMs) * activityBinMs),
    };
  }
}

function joinJson({ parts, jsonBytes }: OpenChunk): Uint8Array {
  const out = new Uint8Array(jsonBytes + 1);
  let at = 0;
  for (const part of parts) {
    out[at] = at === 0 ? 0x5b : 0x2c;
    out.set(part, at + 1);
    at += part.length + 1;
  }
  out[at] = 0x5d;
  return out;
}
