import type { Action } from '#core/action.ts';
import {
  clipboardPlugin,
  keystrokesPlugin,
  navigationPlugin,
  type ClipboardPayload,
  type KeyPayload,
  type NavigationPayload,
} from '#core/plugin-events.ts';
import type { Ms } from '#core/time.ts';
import {
  asKnown,
  eventType,
  incrementalSource,
  mouseInteraction,
  type IncrementalData,
  type InputData,
  type PluginData,
} from '#dom/rrweb-events.ts';
import { takeChoice } from './choice-acts.ts';
import { FocusWatch } from './focus-watch.ts';
import { KeyActs } from './key-acts.ts';
import type { KeyMode } from './keystroke-stream.ts';
import type { Moment } from './moment.ts';
import { PageActs } from './page-acts.ts';
import { PointerActs } from './pointer-acts.ts';
import { RecentActs } from './recent-acts.ts';
import { ScrollActs } from './scroll-acts.ts';
import { TypingActs } from './typing-acts.ts';

/** Turns events into actions as they pass. Give each event before the page has applied it. */
export class ActionStream {
  readonly #acts = new RecentActs();
  readonly #focus = new FocusWatch();
  readonly #pointer = new PointerActs(this.#acts);
  readonly #scrolls = new ScrollActs(this.#acts);
  readonly #pages = new PageActs(this.#acts);
  readonly #typing: TypingActs;
  readonly #keys: KeyActs;

  constructor(mode: KeyMode) {
    this.#typing = new TypingActs(this.#acts, mode);
    this.#keys = new KeyActs(this.#acts, this.#typing);
  }

  /** No action ending before this time will still come. */
  get settledUntil(): Ms | undefined {
    return this.#acts.settledUntil;
  }

  take(): Action[] {
    return this.#acts.take();
  }

  push(moment: Moment): void {
    const { at, event } = moment;
    this.#typing.tick(at);
    this.#scrolls.tick(at);
    this.#acts.settle(at);
    this.#focus.push(event);
    const known = asKnown(event);
    switch (known.type) {
      case eventType.domContentLoaded:
        this.#pages.loaded();
        break;
      case eventType.meta: {
        const { isTyping } = this.#typing;
        this.#typing.close();
        this.#pages.meta(moment, known.data.href, isTyping);
        break;
      }
      case eventType.incremental:
        this.#incremental(moment, known.data);
        break;
      case eventType.plugin:
        this.#plugin(moment, known.data);
        break;
    }
  }

  /** Ends what is open, at the end of the recording or when waiting longer costs too much. */
  finish(): void {
    this.#typing.close();
    this.#scrolls.tick(Number.POSITIVE_INFINITY);
    this.#acts.settle(Number.POSITIVE_INFINITY);
  }

  #incremental(moment: Moment, data: IncrementalData): void {
    switch (data.source) {
      case incrementalSource.mouseInteraction:
        // What was typed comes before the act that ended it.
        if (endsTyping.has(data.type)) this.#typing.close();
        this.#pointer.push(moment, data, this.#keys.held);
        break;
      case incrementalSource.drag: {
        const last = data.positions.at(-1);
        if (last !== undefined) this.#pointer.dragTo(moment, { x: last.x, y: last.y });
        break;
      }
      case incrementalSource.scroll:
        this.#scrolls.push(moment, data);
        break;
      case incrementalSource.input:
        this.#input(moment, data);
        break;
    }
  }

  #input(moment: Moment, data: InputData): void {
    const isByHand = this.#focus.allows(data);
    if (takeChoice(this.#acts, moment, data, isByHand)) return;
    const { latest } = this.#acts;
    const isPasted =
      latest?.draft.kind === 'paste' &&
      latest.draft.target?.node === data.id &&
      moment.at - latest.draft.startsMs <= pastedMs;
    if (!isPasted) this.#typing.input(moment, data, isByHand);
  }

  #plugin(moment: Moment, { plugin, payload }: PluginData): void {
    if (plugin === keystrokesPlugin) this.#keys.push(moment, payload as KeyPayload);
    if (plugin === clipboardPlugin) this.#keys.clipboard(moment, payload as ClipboardPayload);
    if (plugin === navigationPlugin)
      this.#pages.navigation(moment, payload as NavigationPayload, this.#typing.isTyping);
  }
}

/** A value that changes this soon after a paste is what was pasted. */
const pastedMs = 1000;

const endsTyping = new Set<number>([
  mouseInteraction.mouseDown,
  mouseInteraction.click,
  mouseInteraction.contextMenu,
]);
