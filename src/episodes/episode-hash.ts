import { strToU8 } from 'fflate';
import { canonicalJson } from './canonical-json.ts';
import type { Episode, EpisodeProvenance } from './episode.ts';
import { sha256Hex } from './sha256.ts';

/** An episode whose hash is not told yet, or does not matter. */
export type UnsealedEpisode = Omit<Episode, 'provenance'> & {
  readonly provenance: Omit<EpisodeProvenance, 'episode_sha256'>;
};

/** SHA-256 over the canonical JSON of the episode without its own hash. */
export function episodeHash(episode: UnsealedEpisode): string {
  const provenance = { ...episode.provenance, episode_sha256: undefined };
  return sha256Hex(strToU8(canonicalJson({ ...episode, provenance })));
}
