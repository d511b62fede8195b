import type { Purpose } from '#core/consent.ts';
import type { AnnotationId, SessionId, TaskId } from '#core/ids.ts';
import type { LeftOut, ReleaseMaterial } from '#core/release.ts';
import { strToU8 } from 'fflate';
import { canonicalJson } from './canonical-json.ts';
import { checkEpisode } from './check-episode.ts';
import { writeDatasetCard } from './dataset-card.ts';
import type { Episode } from './episode.ts';
import { makeEpisode } from './make-episode.ts';
import { manifestName, writeManifest } from './manifest.ts';
import { sha256Hex } from './sha256.ts';

export const episodesName = 'episodes.jsonl';
export const cardName = 'README.md';

export interface ReleaseInput {
  readonly name: string;
  readonly purpose: Purpose;
  readonly material: readonly ReleaseMaterial[];
  readonly toolVersion: string;
  /** What the database left out before, so that the card can tell. */
  readonly leftOut?: readonly LeftOut[];
}

export interface ReleaseFiles {
  /** `manifest.json` comes last. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly manifestSha256: string;
  readonly episodes: readonly {
    readonly annotationId: AnnotationId;
    readonly revision: number;
    readonly taskId: TaskId;
    readonly sessionId: SessionId;
    readonly episodeSha256: string;
  }[];
  /** Tasks that break a rule of episodes, after those the database left out. */
  readonly leftOut: readonly LeftOut[];
}

/** The files of a release. The same input gives the same bytes, whatever order it comes in. */
export function makeReleaseFiles(input: ReleaseInput): ReleaseFiles {
  const made = [...input.material].sort(bySessionAndStart).map((material) => {
    const episode = makeEpisode(material, input);
    return { material, episode, problems: checkEpisode(episode, input.purpose) };
  });
  const kept = made.filter(({ problems }) => problems.length === 0);
  const episodes = kept.map(({ episode }) => episode);
  const leftOut = [
    ...(input.leftOut ?? []),
    ...made.flatMap(({ material, problems }) => {
      const sentence = [...new Set(problems.map((each) => each.sentence))].join(' ');
      return problems.length > 0 ? [{ sessionId: material.sessionId, count: 1, sentence }] : [];
    }),
  ];
  const content = [
    { name: episodesName, bytes: writeLines(episodes) },
    { name: cardName, bytes: strToU8(writeDatasetCard({ ...input, episodes, leftOut })) },
  ];
  const manifest = writeManifest({
    format: 'release/1',
    name: input.name,
    purpose: input.purpose,
    made_by: `tasktape/${input.toolVersion}`,
    files: content.map(({ name, bytes }) => ({
      name,
      bytes: bytes.byteLength,
      sha256: sha256Hex(bytes),
    })),
    episodes: episodes.map(({ id, provenance }) => ({
      id,
      sha256: provenance.episode_sha256,
      session_id: provenance.session_id,
    })),
  });
  return {
    files: [...content, { name: manifestName, bytes: manifest }],
    manifestSha256: sha256Hex(manifest),
    episodes: kept.map(({ material, episode }) => ({
      annotationId: material.annotationId,
      revision: material.revision,
      taskId: material.task.id,
      sessionId: material.sessionId,
      episodeSha256: episode.provenance.episode_sha256,
    })),
    leftOut,
  };
}

function writeLines(episodes: readonly Episode[]): Uint8Array {
  return strToU8(episodes.map((episode) => `${canonicalJson(episode)}\n`).join(''));
}

function bySessionAndStart(a: ReleaseMaterial, b: ReleaseMaterial): number {
  return (
    compare(a.sessionId, b.sessionId) ||
    a.task.startsMs - b.task.startsMs ||
    compare(a.task.id, b.task.id)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
