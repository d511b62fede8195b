import type { AttributeValue } from './rrweb-events.ts';
import type { MediaData } from './style-events.ts';

const mediaAct = { play: 0, pause: 1 } as const;

interface MediaState extends Omit<MediaData, 'type' | 'source'> {
  readonly isPlaying: boolean | undefined;
  readonly since: number;
}

/** How each sound and film of a page stands, as far as events told since the snapshot. */
export class MediaStates {
  readonly #states = new Map<number, MediaState>();

  clear(): void {
    this.#states.clear();
  }

  push({ type, source: _source, ...told }: MediaData, timestamp: number): void {
    const before = this.#states.get(told.id);
    const isPlaying =
      type === mediaAct.play ? true : type === mediaAct.pause ? false : before?.isPlaying;
    this.#states.set(told.id, { ...before, ...told, isPlaying, since: timestamp });
  }

  /** As attributes of a snapshot taken at `timestamp`; `told` are those of the snapshot before. */
  attributesOf(
    id: number,
    told: Readonly<Record<string, AttributeValue>>,
    timestamp: number,
  ): Record<string, AttributeValue> {
    const state = this.#states.get(id);
    if (state === undefined) return {};
    const { playbackRate, muted, loop, volume } = state;
    const currentTime = Number(state.currentTime);
    const rate = Number(playbackRate ?? told['rr_mediaPlaybackRate'] ?? 1);
    const isPlaying = state.isPlaying ?? told['rr_mediaState'] === 'played';
    const passed = isPlaying ? ((timestamp - state.since) / 1000) * rate : 0;
    return {
      rr_mediaState: isPlaying ? 'played' : 'paused',
      ...(currentTime >= 0 && { rr_mediaCurrentTime: currentTime + passed }),
      rr_mediaPlaybackRate: rate,
      ...(muted !== undefined && { rr_mediaMuted: muted }),
      ...(loop !== undefined && { rr_mediaLoop: loop }),
      ...(volume !== undefined && { rr_mediaVolume: volume }),
    };
  }
}
