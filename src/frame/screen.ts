import { epochMs, ms, type EpochMs, type Ms } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import type { ReelToScreen, ScreenToReel } from '#reel/reel-messages.ts';
import { sampleRows } from '#reel/sample-page.ts';
import type { Scene } from '#reel/scene.ts';
import { PageView } from './page-view.ts';
import { Passage } from './passage.ts';
import type { FromScreen, ToScreen } from './screen-messages.ts';

/** How often a page is built to warm up, and the rest in between, in ms. */
const warmRounds = 5;
const restMs = 30;

/** What is seen in the replay frame: a whole page at every moment, changed as the clock of the app
 * tells. It keeps no clock, and of many wishes only the last is done. */
export class Screen {
  readonly #tell: (message: FromScreen) => void;
  readonly #tellReel: (message: ScreenToReel) => void;
  readonly #view: PageView;
  #startedAt: EpochMs = epochMs(0);
  #ticket = -1;
  /** The one in front, or wanted there, and those that are to follow it by and by. */
  #passages: readonly Passage[] = [];
  /** The first passage is not shown yet, and nothing else will be before it. */
  #isWaiting = false;
  #at: Ms = ms(0);
  /** All events of the page in front before this were applied, and none later. */
  #shownAt: Ms = ms(0);
  #building: ReturnType<typeof setTimeout> | undefined;

  constructor(
    root: HTMLElement,
    tell: (message: FromScreen) => void,
    tellReel: (message: ScreenToReel) => void,
  ) {
    this.#tell = tell;
    this.#tellReel = tellReel;
    this.#view = new PageView(root, tell);
  }

  /** Has the browser compile what building a page runs, bit by bit, while nothing is wanted. */
  warmUp(rounds = warmRounds): void {
    if (this.#ticket >= 0) return;
    this.#view.warmUp(rounds > 0 ? sampleRows : 0);
    if (rounds > 0) setTimeout(() => this.warmUp(rounds - 1), restMs);
  }

  take(message: ToScreen): void {
    switch (message.kind) {
      case 'begin':
        this.#startedAt = message.startedAt;
        return;
      case 'tick':
        this.#at = message.at;
        if (!this.#isWaiting) this.#run();
        return;
      case 'highlight':
        this.#view.highlight(message.place);
        return;
      default:
        return unreachable(message);
    }
  }

  takeFromReel(message: ReelToScreen): void {
    switch (message.kind) {
      case 'scene':
        if (message.scene.ticket > this.#ticket) this.#want(message.scene);
        else if (message.scene.ticket === this.#ticket) this.#expect(message.scene);
        return;
      case 'ahead':
        if (message.ticket === this.#ticket) this.#passages.at(-1)?.push(message.ahead.events);
        return;
      case 'advance':
        this.#advance(message.ticket, message.at);
        return;
      default:
        return unreachable(message);
    }
  }

  #want(scene: Scene): void {
    const wanted = new Passage(scene);
    this.#ticket = scene.ticket;
    this.#passages = [wanted];
    this.#isWaiting = true;
    this.#at = scene.at;
    clearTimeout(this.#building);
    // What else waits in line may be a later wish.
    this.#building = setTimeout(() => void this.#show(wanted));
  }

  async #show(wanted: Passage): Promise<void> {
    const isStale = () => this.#passages[0] !== wanted || !this.#isWaiting;
    if (isStale() || !this.#build(wanted)) return;
    await this.#view.back.ready();
    if (isStale()) return;
    this.#isWaiting = false;
    this.#turn(wanted);
    this.#run();
    this.#say();
  }

  #expect(scene: Scene): void {
    this.#passages = [...this.#passages, new Passage(scene)];
    this.#prepare();
  }

  #advance(ticket: number, at: Ms): void {
    const [first] = this.#passages;
    const from = this.#isWaiting ? first?.scene.at : this.#shownAt;
    if (first === undefined || from === undefined || from > at) {
      this.#tellReel({ kind: 'again', ticket });
      return;
    }
    this.#ticket = ticket;
    this.#at = at;
    if (this.#isWaiting) return;
    this.#run();
    this.#say();
  }

  /** Shows all that is due. */
  #run(): void {
    const now = this.#startedAt + this.#at;
    if (this.#at < this.#shownAt) return this.#view.draw(now);
    const due = this.#passages.findLastIndex(({ scene }) => scene.at <= this.#at);
    if (due > 0 && !this.#goOn(due)) return;
    if (this.#at > this.#shownAt) this.#view.animate();
    this.#shownAt = this.#at;
    this.#change(now);
    this.#view.draw(now);
    this.#prepare();
  }

  /** The page that was to come is due. */
  #goOn(due: number): boolean {
    this.#passages = this.#passages.slice(due);
    const [next] = this.#passages;
    if (next === undefined || !this.#build(next)) return false;
    this.#turn(next);
    this.#say();
    return true;
  }

  #turn(passage: Passage): void {
    this.#view.turn(passage);
    this.#shownAt = passage.scene.at;
  }

  #change(now: number): void {
    try {
      this.#view.change(this.#passages[0]?.due(now) ?? []);
    } catch (cause) {
      this.#fail(cause);
    }
  }

  /** Builds the page that is to come next while there is time for it. */
  #prepare(): void {
    const [, next] = this.#passages;
    if (next === undefined || this.#isWaiting || this.#view.back.scene === next.scene) return;
    clearTimeout(this.#building);
    this.#building = setTimeout(() => {
      if (this.#passages[1] === next && !this.#isWaiting) this.#build(next);
    });
  }

  #build(passage: Passage): boolean {
    try {
      this.#view.build(passage);
      return true;
    } catch (cause) {
      this.#fail(cause);
      return false;
    }
  }

  #say(): void {
    const tab = this.#passages[0]?.scene.tab ?? 0;
    this.#tell({ kind: 'shown', ticket: this.#ticket, tab, at: this.#shownAt });
  }

  #fail(cause: unknown): void {
    const why = cause instanceof Error ? cause.message : String(cause);
    const sentence = `The page at this moment is such that it can not be built again (${why}). Go to another time, or step on to the next page.`;
    this.#tell({ kind: 'failed', sentence });
  }
}
