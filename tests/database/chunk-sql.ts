/** SQL by which a recorder hands over chunks of the fixture's session `$live`, as text with `$names`. */
import { emptyTrack } from './fixture.ts';

/** The hash of chunk 0 of tab 0, which the fixture committed. */
export const firstHash = 'c'.repeat(64);

export const trackOf = (more: object) => JSON.stringify({ ...JSON.parse(emptyTrack), ...more });

export interface ChunkArgs {
  readonly session: string;
  readonly capability: string;
  readonly tab: number;
  readonly seq: number;
  readonly startsMs: number;
  readonly endsMs: number;
  readonly events: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly previous: string | undefined;
  /** SQL of a jsonb. */
  readonly track: string;
  readonly keyframe?: {
    readonly bytes: number | null;
    readonly sha256: string | null;
    readonly sheets?: readonly string[];
  };
}

const next: ChunkArgs = {
  session: '$live',
  capability: '$liveCapability',
  tab: 0,
  seq: 1,
  startsMs: 9000,
  endsMs: 12_000,
  events: 1,
  bytes: 7,
  sha256: 'd'.repeat(64),
  previous: firstHash,
  track: `'${emptyTrack}'`,
};

/** Commits the chunk after the fixture's only one, or another. */
export function commit(more: Partial<ChunkArgs> = {}): string {
  const c = { ...next, ...more };
  const text = (value: string | undefined | null) => (value ? `'${value}'` : 'null');
  const sheets = c.keyframe?.sheets?.map(text).join(', ');
  const keyframe = c.keyframe
    ? `, ${c.keyframe.bytes}, ${text(c.keyframe.sha256)}${sheets === undefined ? '' : `, array[${sheets}]::text[]`}`
    : '';
  return `select public.commit_chunk('${c.session}', '${c.capability}', ${c.tab}, ${c.seq}, ${c.startsMs}, ${c.endsMs},
    ${c.events}, ${c.bytes}, ${text(c.sha256)}, ${text(c.previous)}, ${c.track}${keyframe})`;
}

/** Stores an object as Storage would; `about` is what it tells of it. */
export const upload = (name = '0-1.json.gz', about: object = { size: 7 }): string =>
  `insert into storage.objects (bucket_id, name, metadata)
   values ('recordings', '$live/$liveCapability/${name}', '${JSON.stringify(about)}')`;

export const sealLive = (head: object = { chunks: { 0: 1 } }): string =>
  `select public.seal_session('$live', '$liveCapability', '${JSON.stringify(head)}')`;
