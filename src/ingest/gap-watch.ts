import {
  gapPlugin,
  recordingPlugin,
  type GapPayload,
  type RecordingPayload,
} from '#core/plugin-events.ts';
import { ms, type EpochMs, type Ms } from '#core/time.ts';
import { idleMs, type Gap } from '#core/track.ts';
import type { PluginData } from '#dom/rrweb-events.ts';

/** What outlives the page. */
export interface GapMemory {
  /** Set while the recording stands. */
  readonly pausedAt?: Ms;
  readonly lastAt?: Ms;
}

/** Follows what the recorder tells of its own pauses and losses, and when nothing happens. */
export class GapWatch {
  readonly #startedAt: EpochMs;
  #pausedAt: Ms | undefined;
  #lastAt: Ms | undefined;
  #gaps: Gap[] = [];

  constructor(startedAt: EpochMs, memory: GapMemory = {}) {
    this.#startedAt = startedAt;
    this.#pausedAt = memory.pausedAt;
    this.#lastAt = memory.lastAt;
  }

  get memory(): GapMemory {
    return {
      ...(this.#pausedAt !== undefined && { pausedAt: this.#pausedAt }),
      ...(this.#lastAt !== undefined && { lastAt: this.#lastAt }),
    };
  }

  take(): Gap[] {
    return this.#gaps.splice(0);
  }

  /** After each event, and after what it told of gaps itself. */
  passed(at: Ms): void {
    const isToldOf = this.#pausedAt !== undefined || this.#gaps.at(-1)?.endsMs === at;
    if (!isToldOf && at - (this.#lastAt ?? at) > idleMs) this.#add('idle', this.#lastAt, at);
    this.#lastAt = at;
  }

  plugin(at: Ms, { plugin, payload }: PluginData): void {
    if (plugin === recordingPlugin) this.#recording(at, payload as RecordingPayload);
    if (plugin === gapPlugin) {
      const { since } = payload as GapPayload;
      this.#add('lost', since === undefined ? this.#lastAt : ms(since - this.#startedAt), at);
    }
  }

  #recording(at: Ms, { act }: RecordingPayload): void {
    if (act === 'pause') this.#pausedAt ??= at;
    if (act !== 'resume' && act !== 'begin' && act !== 'stop') return;
    this.#add('paused', this.#pausedAt, at);
    this.#pausedAt = undefined;
  }

  #add(reason: 'idle' | 'paused' | 'lost', from: Ms | undefined, endsMs: Ms): void {
    if (from === undefined) return;
    const startsMs = ms(Math.max(0, Math.round(from)));
    if (endsMs > startsMs) this.#gaps.push({ reason, startsMs, endsMs });
  }
}
