import type { KeyframeRef } from '#core/session.ts';
import { ms, type Ms } from '#core/time.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import { Cursor } from './cursor.ts';
import type { Ground } from './find-way.ts';
import { foldOn, keepPage, keepIfDue, type Slice } from './fold.ts';
import { sceneOf } from './scene-of.ts';
import type { Ahead, Scene } from './scene.ts';
import { settle, type Known, type Settled } from './settle.ts';

/** How much stands at the frame beyond the clock: real ms, bytes of JSON, whole pages. Half a second
 * is there whatever it weighs. */
const leadMs = 10_000;
const leastLeadMs = 500;
const leadBytes = 8 * 1024 * 1024;
const leadPages = 2;

export interface StreamOptions {
  readonly ground: Pick<Ground, keyof Known | 'isKeyframeLost'>;
  readonly onScene: (scene: Omit<Scene, 'ticket'>) => void;
  readonly onAhead: (ahead: Ahead) => void;
}

/** A snapshot on the way: where the page is whole, and its place on the session's axis. */
type Goal = Extract<Settled, { time: number }> & { readonly at: number };

interface Sent {
  readonly until: number;
  readonly bytes: number;
}

/** What follows a scene: takes its page on through the events and hands these over, some way ahead
 * of the clock and no further. */
export class Stream {
  readonly #options: StreamOptions;
  #cursor: Cursor;
  #until: number;
  #toldUntil: number;
  #batch: RecordedEvent[] = [];
  #batchBytes = 0;
  #sent: readonly Sent[] = [];
  #pages: readonly number[] = [];
  #handedOver: number[] = [];
  #goal: Goal | undefined;
  /** Behind a hole nothing counts until the page is told whole. */
  #isBlind = false;
  #problem: string | undefined;
  #needs: readonly number[] = [];
  #needsKeyframe: KeyframeRef | undefined;

  constructor(cursor: Cursor, at: Ms, options: StreamOptions) {
    this.#cursor = cursor;
    this.#until = at;
    this.#toldUntil = at;
    this.#options = options;
  }

  get cursor(): Cursor {
    return this.#cursor;
  }

  /** All that comes before this was handed over. */
  get until(): Ms {
    return ms(this.#toldUntil);
  }

  /** Why the page can't be shown from `until` on. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Slots that must be read before it can go on. */
  get needs(): readonly number[] {
    return this.#needs;
  }

  get needsKeyframe(): KeyframeRef | undefined {
    return this.#needsKeyframe;
  }

  /** Whether `to` can be reached from `from` by the events handed over, without a new page, and by few. */
  isStep(from: Ms, to: Ms, most: number): boolean {
    if (to < from || to > this.#toldUntil) return false;
    if (this.#pages.some((at) => at > from && at <= to)) return false;
    const between = this.#handedOver.filter((at) => at >= from && at < to);
    return between.length <= most;
  }

  /** Hands over what is due for a clock at `at`, in one slice of time; `pace` is session ms for a ms
   * of real time. Answers whether there is more to do at once. */
  go(at: Ms, pace: number, slice: Slice): boolean {
    this.#forget(at);
    this.#needs = [];
    this.#needsKeyframe = undefined;
    let goesOn = true;
    while (goesOn && this.#hasRoom(at, pace) && !slice.isOver())
      goesOn = this.#goal ? this.#foldToPage(this.#goal, slice) : this.#step(slice);
    this.#flush();
    return goesOn && this.#hasRoom(at, pace);
  }

  #hasRoom(at: Ms, pace: number): boolean {
    if (this.#problem !== undefined || this.#until === Infinity) return false;
    if (this.#until < at + leastLeadMs * pace) return true;
    const bytes = this.#sent.reduce((sum, each) => sum + each.bytes, this.#batchBytes);
    const pages = this.#pages.filter((each) => each > at);
    return this.#until < at + leadMs * pace && bytes < leadBytes && pages.length < leadPages;
  }

  #step(slice: Slice): boolean {
    const { ground } = this.#options;
    const { strip, startedAt } = ground;
    const { slot, index } = this.#cursor.position;
    if (slot >= strip.slots.length) return this.#reached(Infinity);
    if (ground.isLost(slot)) {
      this.#isBlind = true;
      return this.#skip(slot);
    }
    const ref = strip.slots[slot]?.ref;
    const chunk = ref && slice.footage.chunk(ref);
    if (ref === undefined || chunk === undefined) return this.#wait(slot);
    if (this.#isBlind) return this.#see(slot, slice);
    const event = chunk.events[index];
    if (event === undefined) return this.#skip(slot);
    this.#reached(event.timestamp - startedAt);
    if (event.type === eventType.meta || event.type === eventType.fullSnapshot) {
      const settled = settle(ground, slot, event.timestamp);
      if ('needs' in settled) return this.#wait(settled.needs);
      if (settled.time > event.timestamp) {
        this.#goal = { ...settled, at: event.timestamp - startedAt };
        return true;
      }
    }
    return this.#pass(event, chunk.bytes / chunk.events.length, slice);
  }

  #pass(event: RecordedEvent, bytes: number, { kept }: Slice): boolean {
    const wasRead = this.#cursor.apply(event);
    if (this.#cursor.problem !== undefined) return this.#stop();
    keepIfDue(this.#cursor, event.timestamp, kept);
    if (!wasRead || event.type === eventType.meta || event.type === eventType.fullSnapshot)
      return true;
    this.#batch.push(event);
    this.#batchBytes += bytes;
    this.#handedOver.push(event.timestamp - this.#options.ground.startedAt);
    return true;
  }

  #foldToPage(goal: Goal, slice: Slice): boolean {
    const outcome = foldOn(this.#cursor, goal.end, slice);
    if (outcome === 'on the way') return true;
    if (outcome === 'absent') return this.#wait(this.#cursor.position.slot);
    if (outcome === 'stopped') return this.#stop();
    this.#goal = undefined;
    this.#turnPage(goal.at, goal.time, slice);
    return this.#reached(goal.time - this.#options.ground.startedAt);
  }

  /** Behind a hole: goes on to the first place at which the page is told whole. */
  #see(slot: number, slice: Slice): boolean {
    const { ground } = this.#options;
    const { strip, startedAt } = ground;
    const { tab } = strip;
    const ref = strip.slots[slot]?.ref;
    const keyframe = ref?.keyframe;
    if (keyframe !== undefined && !ground.isKeyframeLost(keyframe)) {
      const page = slice.footage.keyframe(keyframe);
      if (page === undefined) {
        this.#needsKeyframe = keyframe;
        return false;
      }
      this.#isBlind = false;
      this.#cursor = Cursor.from(tab, { slot, index: 0 }, page);
      const at = Math.max(this.#until, strip.startOf(slot));
      this.#turnPage(at, startedAt + at, slice);
      return true;
    }
    const snapshot = ground.indexOf(slot)?.snapshots.find(({ hasMeta }) => hasMeta);
    if (snapshot === undefined) return this.#skip(slot);
    this.#isBlind = false;
    this.#cursor = new Cursor(tab, { slot, index: snapshot.index });
    return true;
  }

  #turnPage(at: number, time: number, { kept, footage }: Slice): void {
    this.#flush();
    const written = keepPage(this.#cursor, time, kept);
    if (written === undefined) return;
    const { slot, index } = this.#cursor.position;
    const ref = this.#options.ground.strip.slots[slot]?.ref;
    const following = (ref && footage.chunk(ref)?.events.slice(index, index + 50)) ?? [];
    this.#options.onScene(sceneOf(written, ms(at), time, following));
    this.#pages = [...this.#pages, at];
    this.#sent = [...this.#sent, { until: at, bytes: written.bytes }];
  }

  #skip(slot: number): boolean {
    this.#cursor.enter(slot + 1);
    return this.#reached(this.#options.ground.strip.startOf(slot + 1));
  }

  #wait(slot: number): boolean {
    this.#needs = [slot];
    return false;
  }

  #stop(): boolean {
    this.#problem = this.#cursor.problem;
    return false;
  }

  #reached(until: number): true {
    this.#until = Math.max(this.#until, until);
    return true;
  }

  #flush(): void {
    if (this.#batch.length === 0 && this.#until <= this.#toldUntil) return;
    this.#toldUntil = this.#until;
    this.#sent = [...this.#sent, { until: this.#until, bytes: this.#batchBytes }];
    this.#options.onAhead({ events: this.#batch, until: ms(this.#until) });
    this.#batch = [];
    this.#batchBytes = 0;
  }

  /** What the clock has passed weighs no more. */
  #forget(at: Ms): void {
    this.#sent = this.#sent.filter(({ until }) => until > at);
    if (this.#handedOver.length > 20_000)
      this.#handedOver = this.#handedOver.filter((time) => time >= at);
    if (this.#pages.length > 100) this.#pages = this.#pages.filter((time) => time >= at);
  }
}
