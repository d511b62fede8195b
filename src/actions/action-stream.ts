import type { Action } from '#core/action.ts';
import {
  clipboardPlugin,
  keystrokesPlugin,
  navigationPlugin,
  recordingPlugin,
  targetPlugin,
  textInputPlugin,
  transferPlugin,
  visibilityPlugin,
  type ClipboardPayload,
  type KeyPayload,
  type NavigationPayload,
  type RecordingPayload,
  type TargetPayload,
  type TextInputPayload,
  type TransferPayload,
  type VisibilityPayload,
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
import { PageActs, type PageMemory } from './page-acts.ts';
import { PointerActs } from './pointer-acts.ts';
import { RecentActs, type Draft } from './recent-acts.ts';
import { ScrollActs } from './scroll-acts.ts';
import { InputActs } from './input-acts.ts';
import { TypingActs } from './typing-acts.ts';
import { UploadActs } from './upload-acts.ts';

/** What a stream knows that the next one for the same tab needs. Plain data. */
export interface ActionMemory {
  readonly pages: PageMemory;
  readonly told?: Draft;
}

/** Turns events into actions as they pass. Give each event before the page has applied it. */
export class ActionStream {
  readonly #acts: RecentActs;
  readonly #focus = new FocusWatch();
  readonly #pointer: PointerActs;
  readonly #scrolls: ScrollActs;
  readonly #pages: PageActs;
  readonly #typing: TypingActs;
  readonly #keys: KeyActs;
  readonly #inputs: InputActs;
  readonly #uploads: UploadActs;

  /** Undefined until the page told. */
  #isHidden: boolean | undefined;

  /** `isNewTab`: the tab opened while others were recorded already. */
  constructor(mode: KeyMode, memory?: ActionMemory, isNewTab = false) {
    this.#acts = new RecentActs(memory?.told);
    this.#pointer = new PointerActs(this.#acts);
    this.#scrolls = new ScrollActs(this.#acts);
    this.#pages = new PageActs(this.#acts, memory?.pages, isNewTab);
    this.#typing = new TypingActs(this.#acts, mode);
    this.#keys = new KeyActs(this.#acts, this.#typing);
    this.#inputs = new InputActs(this.#acts, this.#typing);
    this.#uploads = new UploadActs(this.#acts);
  }

  get memory(): ActionMemory {
    const { told } = this.#acts;
    return { pages: this.#pages.memory, ...(told !== undefined && { told }) };
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

  /** Tells what is open, as far as it got: there may be no later. */
  flush(): void {
    this.#typing.close();
    this.#scrolls.tick(Number.POSITIVE_INFINITY);
    this.#acts.tellAll();
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
        this.#uploads.pressed(moment, data.id);
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
    this.#inputs.input(moment, data, isByHand);
  }

  #plugin(moment: Moment, { plugin, payload }: PluginData): void {
    switch (plugin) {
      case keystrokesPlugin:
        return this.#keys.push(moment, payload as KeyPayload);
      case textInputPlugin:
        return this.#inputs.textInput(moment, payload as TextInputPayload);
      case clipboardPlugin:
        return this.#keys.clipboard(moment, payload as ClipboardPayload);
      case navigationPlugin:
        return this.#pages.navigation(moment, payload as NavigationPayload, this.#typing.isTyping);
      case targetPlugin: {
        const { node, box } = payload as TargetPayload;
        this.#uploads.pressed(moment, node);
        return this.#acts.tellBox(moment.at, node, box);
      }
      case visibilityPlugin:
        return this.#visibility(moment, payload as VisibilityPayload);
      case transferPlugin:
        return this.#uploads.transfer(moment, payload as TransferPayload);
      case recordingPlugin: {
        const { act } = payload as RecordingPayload;
        if (act === 'begin') {
          this.#pages.loaded();
          this.#isHidden = undefined;
        } else if (act !== 'resume') this.flush();
      }
    }
  }

  #visibility(moment: Moment, { visible }: VisibilityPayload): void {
    if (visible && this.#isHidden === true) {
      this.#typing.close();
      this.#pages.shown(moment);
    }
    this.#isHidden = !visible;
  }
}

const endsTyping = new Set<number>([
  mouseInteraction.mouseDown,
  mouseInteraction.click,
  mouseInteraction.contextMenu,
]);
