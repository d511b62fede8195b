import { fail, succeed, type OutcomeOf, type Problem } from '#core/outcome-of.ts';
import { strFromU8 } from 'fflate';
import { checkEpisode } from './check-episode.ts';
import type { Episode } from './episode.ts';
import type { Manifest } from './manifest.ts';
import { episodesName } from './release-files.ts';
import type { SchemaChecker } from './schema-checker.ts';

/** Every line against the schema, the rules and what the manifest lists in its place. */
export function checkEpisodeLines(
  bytes: Uint8Array,
  manifest: Manifest,
  checkSchema: SchemaChecker,
): { readonly episodes: readonly Episode[]; readonly problems: readonly Problem[] } {
  const lines = strFromU8(bytes).split('\n');
  const problems: Problem[] = [];
  if (lines.pop() !== '')
    problems.push({ path: episodesName, sentence: 'Its last line does not end.' });
  if (lines.length !== manifest.episodes.length) {
    const sentence = `It has ${lines.length} lines where the manifest lists ${manifest.episodes.length} episodes.`;
    problems.push({ path: episodesName, sentence });
  }
  const seen = new Set<string>();
  const episodes = lines.flatMap((line, index) => {
    const found = checkLine(line, index, manifest, checkSchema);
    problems.push(
      ...(found.ok ? [] : found.problems).map((each) => ({
        ...each,
        path: `${episodesName} line ${index + 1}: ${each.path}`,
      })),
    );
    if (!found.ok) return [];
    if (seen.has(found.value.id))
      problems.push({
        path: `${episodesName} line ${index + 1}: id`,
        sentence: 'An earlier line has the same id.',
      });
    seen.add(found.value.id);
    return [found.value];
  });
  return { episodes, problems };
}

function checkLine(
  line: string,
  index: number,
  manifest: Manifest,
  checkSchema: SchemaChecker,
): OutcomeOf<Episode> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail({ path: 'episode', sentence: 'It is not JSON.' });
  }
  const broken = checkSchema(value);
  if (broken.length > 0) return fail(...broken);
  const episode = value as Episode;
  const problems = checkEpisode(episode, manifest.purpose);
  const listed = manifest.episodes[index];
  const same =
    listed?.id === episode.id &&
    listed.sha256 === episode.provenance.episode_sha256 &&
    listed.session_id === episode.provenance.session_id;
  if (!same)
    problems.push({ path: 'episode', sentence: 'The manifest lists another episode here.' });
  return problems.length > 0 ? fail(...problems) : succeed(episode);
}
