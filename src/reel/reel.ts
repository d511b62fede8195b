import type { ChunkRef, KeyframeRef } from '#core/session.ts';
import { ms, type EpochMs, type Ms } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import { Cursor } from './cursor.ts';
import { fetchPlan } from './fetch-plan.ts';
import { findWay, type Ground, type Start, type Way } from './find-way.ts';
import { foldOn, keepPage, type Slice } from './fold.ts';
import { Footage, type Need } from './footage.ts';
import { groundOf } from './ground.ts';
import { KeptPages } from './kept-pages.ts';
import { missingChunk } from './missing-chunk.ts';
import { Question } from './question.ts';
import { spansAtHand } from './spans-at-hand.ts';
import type { FromReel, ReelToScreen, ScreenToReel, ToReel } from './reel-messages.ts';
import { sceneOf } from './scene-of.ts';
import type { Scene } from './scene.ts';
import { Stream } from './stream.ts';
import { stripsOf, type TabStrip } from './tab-strip.ts';

/** A slice of work, after which newer wishes are heard, in ms. */
const sliceMs = 8;
/** Pages kept on the way, in bytes. */
const keptBytes = 4 * 1024 * 1024;
/** A step over more events than this is quicker by a new page. */
const stepEvents = 1_000;
const progressMs = 200;

export interface ReelOptions {
  readonly tell: (message: FromReel) => void;
  readonly now: () => number;
  /** Calls back in so many milliseconds; 0 lets other tasks come first. */
  readonly later: (delayMs: number, call: () => void) => void;
}

interface Wish {
  readonly ticket: number;
  readonly tab: number;
  readonly at: Ms;
  readonly state: 'open' | 'shown' | 'failed';
}

/** A session on its way to the screen: hears what is wanted, has it fetched and read, rebuilds the
 * page, and sends scenes. All it does is done in short slices, so that a newer wish overtakes. */
export class Reel {
  readonly #options: ReelOptions;
  readonly #kept = new KeptPages(keptBytes);
  readonly #footage: Footage;
  #startedAt = 0 as EpochMs;
  #strips: ReadonlyMap<number, TabStrip> = new Map();
  #wish: Wish | undefined;
  #cursor: Cursor | undefined;
  #stream: Stream | undefined;
  #clock = { at: ms(0), speed: 0 };
  #hover: Ms | undefined;
  readonly #question: Question;
  #screen: ((message: ReelToScreen) => void) | undefined;
  #isDue = false;
  #isProgressDue = false;

  constructor(options: ReelOptions) {
    this.#options = options;
    const { tell, later } = options;
    this.#footage = new Footage({
      fetch: (path) => tell({ kind: 'fetch', path }),
      neverMind: (path) => tell({ kind: 'never mind', path }),
      later,
      onChange: () => this.#wake(),
      onLost: (chunk, why) => tell(missingChunk(chunk, why)),
    });
    this.#question = new Question((at) => tell({ kind: 'event found', at }));
  }

  hear(message: Exclude<ToReel, { kind: 'screen' }>): void {
    switch (message.kind) {
      case 'open':
        this.#startedAt = message.startedAt;
        this.#strips = stripsOf(message.chunks);
        break;
      case 'show':
        this.#show(message);
        break;
      case 'clock':
        this.#clock = message;
        break;
      case 'hover':
        this.#hover = message.at;
        break;
      case 'fetched':
        this.#footage.take(message.path, message.bytes);
        break;
      case 'not fetched':
        this.#footage.fail(message.path, message.why, message.isAway);
        break;
      case 'find event':
        this.#question.ask(message);
        break;
      case 'retry':
        this.#footage.retry();
        // What was built over a hole may be whole now.
        this.#wishAgain();
        break;
      default:
        return unreachable(message);
    }
    this.#wake();
  }

  /** Another screen, on which nothing is shown yet. */
  setScreen(send: (message: ReelToScreen) => void): void {
    this.#screen = send;
    this.#wishAgain();
  }

  hearScreen({ ticket }: ScreenToReel): void {
    if (ticket === this.#wish?.ticket) this.#wishAgain();
  }

  #show({ ticket, tab, at }: Omit<Wish, 'state'>): void {
    const { wish, stream } = { wish: this.#wish, stream: this.#stream };
    const stood = ms(Math.max(wish?.at ?? 0, this.#clock.at));
    this.#clock = { ...this.#clock, at };
    this.#hover = undefined;
    if (wish?.state === 'shown' && wish.tab === tab && stream?.isStep(stood, at, stepEvents)) {
      this.#wish = { ticket, tab, at, state: 'shown' };
      this.#screen?.({ kind: 'advance', ticket, at });
      this.#options.tell({ kind: 'reach', ticket, until: stream.until });
      return;
    }
    this.#wish = { ticket, tab, at, state: 'open' };
    this.#stream = undefined;
  }

  #wishAgain(): void {
    if (this.#wish !== undefined) this.#wish = { ...this.#wish, state: 'open' };
    this.#stream = undefined;
    this.#wake();
  }

  #wake(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#options.later(0, () => {
      this.#isDue = false;
      if (this.#trySlice()) this.#wake();
      this.#tellProgress();
    });
  }

  #trySlice(): boolean {
    try {
      return this.#slice();
    } catch (cause) {
      if (this.#wish === undefined) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#cursor = undefined;
      return this.#fail(
        `The page at this moment is such that it can’t be rebuilt (${why}). Go to another time.`,
      );
    }
  }

  /** Answers whether there is more to do at once. */
  #slice(): boolean {
    const strip = this.#strips.get(this.#wish?.tab ?? 0);
    if (this.#wish === undefined || this.#screen === undefined) {
      this.#want({});
      return false;
    }
    if (strip === undefined) {
      if (this.#wish.state === 'open')
        this.#fail(`Nothing was recorded of tab ${this.#wish.tab + 1}.`);
      return false;
    }
    const ends = this.#options.now() + sliceMs;
    const { footage, kept } = { footage: this.#footage, kept: this.#kept };
    const isOver = () => this.#options.now() >= ends;
    const slice: Slice = { footage, strip, kept, isOver };
    if (this.#wish.state === 'open') return this.#pursue(this.#wish, slice);
    if (this.#wish.state === 'failed' || this.#stream === undefined) {
      this.#want({});
      return false;
    }
    return this.#playOn(this.#wish, this.#stream, slice);
  }

  #pursue(wish: Wish, slice: Slice): boolean {
    const { strip } = slice;
    const time = this.#startedAt + wish.at;
    const way = findWay(this.#groundOf(strip), time);
    if (way.kind === 'nothing') return this.#fail(this.#whyNothing(strip));
    if (way.kind === 'needs') {
      this.#want({ slots: way.slots, keyframe: way.keyframe });
      return false;
    }
    const cursor = this.#begin(strip, way);
    if (cursor === undefined) return false;
    this.#cursor = cursor;
    const outcome = cursor.problem ? 'stopped' : foldOn(cursor, way.end, slice);
    if (outcome === 'on the way') return true;
    if (outcome === 'stopped') return this.#fail(cursor.problem ?? '');
    if (outcome === 'absent') {
      this.#want({ slots: slotsBetween(cursor.position.slot, way.end.slot) });
      return false;
    }
    return this.#present(wish, cursor, Number.isFinite(way.time) ? way.time : time, strip);
  }

  #begin(strip: TabStrip, { start, end }: Extract<Way, { kind: 'go' }>): Cursor | undefined {
    const { tab } = strip;
    if (start.kind === 'cursor') return this.#cursor;
    if (start.kind === 'events') return new Cursor(tab, start.position);
    const kept = this.#kept.lastIn(tab, start.position.slot, start.position.index);
    if (start.kind === 'kept' && kept !== undefined)
      return Cursor.from(tab, kept.position, kept.page, kept.marks);
    const page = start.kind === 'keyframe' ? this.#footage.keyframe(start.ref) : undefined;
    if (page !== undefined) return Cursor.from(tab, start.position, page);
    this.#want({ slots: slotsBetween(start.position.slot, end.slot), keyframe: refOf(start) });
    return undefined;
  }

  #present(wish: Wish, cursor: Cursor, time: number, strip: TabStrip): boolean {
    const written = keepPage(cursor, time, this.#kept);
    if (written === undefined)
      return this.#fail(
        'The address and size of this page were not recorded, so it can’t be shown.',
      );
    const { slot, index } = cursor.position;
    const ref = strip.slots[slot]?.ref;
    const following = (ref && this.#footage.chunk(ref)?.events.slice(index, index + 50)) ?? [];
    this.#wish = { ...wish, state: 'shown' };
    this.#stream = new Stream(cursor, wish.at, {
      ground: this.#groundOf(strip),
      onScene: (scene) => this.#send(scene),
      onAhead: (ahead) => {
        const ticket = this.#wish?.ticket ?? 0;
        this.#screen?.({ kind: 'ahead', ticket, ahead });
        this.#options.tell({ kind: 'reach', ticket, until: ahead.until });
      },
    });
    this.#send(sceneOf(written, wish.at, time, following));
    this.#options.tell({ kind: 'reach', ticket: wish.ticket, until: wish.at });
    return true;
  }

  #send(scene: Omit<Scene, 'ticket'>): void {
    this.#screen?.({ kind: 'scene', scene: { ticket: this.#wish?.ticket ?? 0, ...scene } });
  }

  #playOn(wish: Wish, stream: Stream, slice: Slice): boolean {
    const { at, speed } = this.#clock;
    const more = stream.go(ms(Math.max(at, wish.at)), Math.max(1, speed), slice);
    this.#cursor = stream.cursor;
    if (stream.problem !== undefined && at >= stream.until) return this.#fail(stream.problem);
    const next = stream.cursor.position.slot;
    this.#want({ slots: [...stream.needs, next, next + 1], keyframe: stream.needsKeyframe });
    return more;
  }

  #groundOf(strip: TabStrip): Ground {
    const cursor = this.#cursor?.tab === strip.tab ? this.#cursor : undefined;
    return groundOf({
      strip,
      startedAt: this.#startedAt,
      cursor: cursor?.problem ? undefined : cursor?.position,
      footage: this.#footage,
      kept: this.#kept,
    });
  }

  #want({ slots = [], keyframe }: { slots?: readonly number[]; keyframe?: KeyframeRef }): void {
    const { tab } = this.#wish ?? { tab: 0 };
    const strip = this.#strips.get(tab);
    const wanted = [...new Set(slots)]
      .map((slot) => strip?.slots[slot]?.ref)
      .filter((ref) => ref !== undefined);
    const chunks = [...new Set([...wanted, ...this.#answer()])];
    const outlook = { ...this.#clock, strips: this.#strips, tab, hover: this.#hover };
    const plan = fetchPlan(outlook);
    // Nothing else begins to come before what is wanted now is there.
    const soon =
      this.#wish?.state === 'open' ? plan.filter((ref) => this.#footage.isComing(ref)) : plan;
    const need: Need = { chunks, keyframes: keyframe ? [keyframe] : [], soon };
    this.#footage.want(need);
  }

  /** Answers what was asked, or says which chunk must be read for it. */
  #answer(): readonly ChunkRef[] {
    const strip = this.#strips.get(this.#question.tab ?? -1);
    const unread = this.#question.answer(strip && this.#groundOf(strip));
    return unread ? [unread] : [];
  }

  #whyNothing(strip: TabStrip): string {
    const lost = strip.slots.map(({ ref }) => ref).find((ref) => ref && this.#footage.whyLost(ref));
    if (lost === undefined) return `No page was recorded in tab ${strip.tab + 1}.`;
    return missingChunk(lost, this.#footage.whyLost(lost) ?? '').sentence;
  }

  #fail(sentence: string): false {
    const wish = this.#wish as Wish;
    this.#wish = { ...wish, state: 'failed' };
    this.#options.tell({ kind: 'failed', ticket: wish.ticket, sentence });
    return false;
  }

  #tellProgress(): void {
    if (this.#isProgressDue) return;
    this.#isProgressDue = true;
    this.#options.later(progressMs, () => {
      this.#isProgressDue = false;
      const { fetchedBytes, retrying } = this.#footage;
      const atHand = spansAtHand(this.#strips, (ref) => this.#footage.isAtHand(ref));
      this.#options.tell({ kind: 'progress', progress: { fetchedBytes, retrying, atHand } });
    });
  }
}

const refOf = (start: Start): KeyframeRef | undefined =>
  start.kind === 'keyframe' ? start.ref : undefined;

/** No more than what is read soon. */
const slotsBetween = (first: number, last: number): number[] =>
  [0, 1, 2].map((step) => first + step).filter((slot) => slot <= last);
