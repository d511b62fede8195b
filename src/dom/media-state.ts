import type { AttributeValue } from './rrweb-events.ts';
import type { MediaData } from './style-events.ts';

const mediaAct = { play: 0, pause: 1 } as const;

/** How a sound or film stands, as far as told since its node came. */
export interface MediaState {
  /** When it stood so, in epoch milliseconds. */
  readonly since: number;
  /** The last of each thing that was told; undefined before the first interaction. */
  readonly told?: Omit<MediaData, 'type' | 'source' | 'id'>;
  readonly isPlaying?: boolean | undefined;
}

type Attributes = Readonly<Record<string, AttributeValue>>;

export function afterMediaAct(
  before: MediaState | undefined,
  { type, source: _source, id: _id, ...told }: MediaData,
  timestamp: number,
): MediaState {
  const isPlaying =
    type === mediaAct.play ? true : type === mediaAct.pause ? false : before?.isPlaying;
  return { told: { ...before?.told, ...told }, isPlaying, since: timestamp };
}

/** As attributes of a snapshot taken at `timestamp`; `first` are those the node came with. */
export function mediaAttributes(
  { told, since, ...state }: MediaState,
  first: Attributes,
  timestamp: number,
): Record<string, AttributeValue> {
  if (told === undefined && first['rr_mediaState'] === undefined) return {};
  const { playbackRate, muted, loop, volume } = told ?? {};
  const rate = Number(playbackRate ?? first['rr_mediaPlaybackRate'] ?? 1);
  const isPlaying = state.isPlaying ?? first['rr_mediaState'] === 'played';
  const currentTime = Number(told?.currentTime ?? first['rr_mediaCurrentTime'] ?? 0);
  const passed = isPlaying ? (Math.max(0, timestamp - since) / 1000) * rate : 0;
  return {
    rr_mediaState: isPlaying ? 'played' : 'paused',
    ...(currentTime >= 0 && { rr_mediaCurrentTime: currentTime + passed }),
    rr_mediaPlaybackRate: rate,
    rr_mediaMuted: muted ?? first['rr_mediaMuted'] ?? first['muted'] !== undefined,
    rr_mediaLoop: loop ?? first['rr_mediaLoop'] ?? first['loop'] !== undefined,
    ...(volume !== undefined && { rr_mediaVolume: volume }),
  };
}
