import {
  recordingPlugin,
  targetPlugin,
  visibilityPlugin,
  type RecordingPayload,
  type TargetPayload,
  type VisibilityPayload,
} from '#core/plugin-events.ts';
import { ms, type EpochMs, type Ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import { PointerWatch } from '#dom/pointer-watch.ts';
import { asKnown, eventType, type PluginData, type RecordedEvent } from '#dom/rrweb-events.ts';
import { ActionStream, type ActionMemory } from '#actions/action-stream.ts';
import { ActivityCount } from './activity-count.ts';
import { describeOnce } from '#actions/begin-draft.ts';
import { inOrder } from '#actions/extract-actions.ts';
import { GapWatch, type GapMemory } from './gap-watch.ts';
import { KeystrokeStream } from '#actions/keystroke-stream.ts';
import { TextInputs } from '#actions/text-inputs.ts';
import { VisitStream } from './visit-stream.ts';

/** What a fold knows that the next one for the same tab needs, as plain data. */
export interface FoldMemory {
  readonly events: number;
  readonly actions: ActionMemory;
  readonly gaps: GapMemory;
}

interface LiveFoldOptions {
  readonly startedAt: EpochMs;
  readonly tab: number;
  /** Of the fold that followed this tab before, as it stood at its last cut. */
  readonly memory?: FoldMemory;
}

/** Folds the masked events of one tab while they are recorded. An event it can not make sense of
 * is stored like any other; only what would have been told of it is missing. */
export class LiveFold {
  readonly #startedAt: EpochMs;
  readonly #tab: number;
  readonly #page = new Page();
  readonly #pointer = new PointerWatch();
  readonly #keystrokes = new KeystrokeStream('exact');
  readonly #actions: ActionStream;
  readonly #visits: VisitStream;
  readonly #gaps: GapWatch;
  readonly #textInputs = new TextInputs();
  readonly #activity = new ActivityCount();
  #index: number;
  #lastAt = 0;

  constructor({ startedAt, tab, memory }: LiveFoldOptions) {
    this.#startedAt = startedAt;
    this.#tab = tab;
    this.#actions = new ActionStream('exact', memory?.actions, tab > 0 && memory === undefined);
    this.#visits = new VisitStream(tab);
    this.#gaps = new GapWatch(startedAt, memory?.gaps);
    this.#index = memory?.events ?? 0;
  }

  /** For the fold that follows this tab next, be it in another page or program. */
  get memory(): FoldMemory {
    return {
      events: this.#index,
      actions: this.#actions.memory,
      gaps: this.#gaps.memory,
    };
  }

  /** Takes an event and gives back the one to store. */
  push(event: RecordedEvent): RecordedEvent {
    const index = this.#index++;
    try {
      return this.#fold(event, index);
    } catch {
      return event;
    }
  }

  /** What is told of the chunk that ends here; what is still going on comes with a later one. */
  cut(at: Ms): Track {
    this.#visits.cut(at);
    const tab = this.#tab;
    const inTab = <T>(each: T) => (tab === 0 ? each : { ...each, tab });
    const textInputs = this.#textInputs.take();
    return {
      format: 1,
      pages: this.#visits.take(),
      keystrokes: this.#keystrokes.take().map(inTab),
      ...(textInputs.length > 0 && { textInputs: textInputs.map(inTab) }),
      actions: this.#actions
        .take()
        .map((action) => ({ ...action, tab }))
        .sort(inOrder),
      gaps: this.#gaps.take(),
      ...this.#activity.take(at),
    };
  }

  /** The page as the last event left it, for a replay to begin with; none of a page that events
   * which make no sense have left in no state to be told. */
  keyframe(): readonly RecordedEvent[] | undefined {
    try {
      const events = keyframeOf(this.#page, this.#lastAt);
      return events && [...events, ...this.#pointer.replay(this.#lastAt)];
    } catch {
      return undefined;
    }
  }

  #fold(event: RecordedEvent, index: number): RecordedEvent {
    if (!Number.isFinite(event.timestamp)) return event;
    const at = ms(Math.max(0, Math.round(event.timestamp - this.#startedAt)));
    this.#lastAt = event.timestamp;
    this.#activity.add(at);
    const known = asKnown(event);
    const isPlugin = known.type === eventType.plugin;
    const stored = isPlugin ? this.#enrich(event, known.data) : event;
    const moment = { event, index, at, page: this.#page };
    this.#keystrokes.push(moment);
    this.#textInputs.push(moment);
    this.#actions.push(moment);
    this.#page.apply(event);
    this.#pointer.push(event, this.#page);
    this.#visits.push(event, this.#page, at);
    if (isPlugin) this.#plugin(at, known.data);
    this.#gaps.passed(at);
    return stored;
  }

  #plugin(at: Ms, data: PluginData): void {
    this.#gaps.plugin(at, data);
    if (data.plugin === visibilityPlugin) {
      const { visible, focused } = data.payload as VisibilityPayload;
      this.#visits.show(at, visible && focused);
    }
    if (data.plugin !== recordingPlugin) return;
    const { act } = data.payload as RecordingPayload;
    if (act === 'leave' || act === 'stop') this.#visits.leave(at);
    // There may be no later chunk.
    if (act !== 'begin' && act !== 'resume') this.#keystrokes.finish();
  }

  /** Says what a target is, from the page as it stood before the event. */
  #enrich(event: RecordedEvent, data: PluginData): RecordedEvent {
    if (data.plugin !== targetPlugin) return event;
    const payload = data.payload as TargetPayload;
    const target = describeOnce(this.#page, payload.node);
    if (target === undefined) return event;
    const { role, name, selectors } = target;
    const told = {
      ...payload,
      ...(role !== undefined && { role }),
      ...(name !== undefined && { name }),
      selectors,
    };
    return { ...event, data: { ...data, payload: told } };
  }
}
