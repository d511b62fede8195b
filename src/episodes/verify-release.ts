/**
 * Proves a release that lies in a folder: hashes, the schema, the rules of episodes, and that the
 * manifest and the lines tell the same. It trusts nothing it has not hashed.
 */
import type { Purpose } from '#core/consent.ts';
import { fail, succeed, type OutcomeOf, type Problem } from '#core/outcome-of.ts';
import { checkEpisodeLines } from './check-episode-lines.ts';
import type { Episode } from './episode.ts';
import { manifestName, readManifest, type ManifestFile } from './manifest.ts';
import { cardName, episodesName } from './release-files.ts';
import type { SchemaChecker } from './schema-checker.ts';
import { sha256Hex } from './sha256.ts';

export interface ReleaseFolder {
  readonly names: readonly string[];
  /** The bytes of one of `names`. */
  read(name: string): Uint8Array;
}

export interface VerifiedRelease {
  readonly name: string;
  readonly purpose: Purpose;
  readonly manifestSha256: string;
  readonly episodes: readonly Episode[];
}

/** Every problem at once. `expectedSha256` is what the server says of `manifest.json`. */
export function verifyRelease(
  folder: ReleaseFolder,
  checkSchema: SchemaChecker,
  expectedSha256?: string,
): OutcomeOf<VerifiedRelease> {
  if (!folder.names.includes(manifestName))
    return fail({ path: manifestName, sentence: 'It is missing, so this is not a whole release.' });
  const bytes = folder.read(manifestName);
  const manifestSha256 = sha256Hex(bytes);
  const manifest = readManifest(bytes);
  if (!manifest.ok) return manifest;

  const listed = [...manifest.value.files.map((file) => file.name), manifestName];
  const problems: Problem[] = [
    ...checkExpected(manifestSha256, expectedSha256),
    ...[episodesName, cardName]
      .filter((name) => !listed.includes(name))
      .map((name) => ({ path: manifestName, sentence: `It does not list ${name}.` })),
    ...folder.names
      .filter((name) => !listed.includes(name))
      .map((name) => ({ path: name, sentence: 'It does not belong to the release.' })),
    ...manifest.value.files.flatMap((file) => checkFile(folder, file)),
  ];
  const lines =
    listed.includes(episodesName) && folder.names.includes(episodesName)
      ? checkEpisodeLines(folder.read(episodesName), manifest.value, checkSchema)
      : { episodes: [], problems: [] };
  problems.push(...lines.problems);
  const { name, purpose } = manifest.value;
  return problems.length > 0
    ? fail(...problems)
    : succeed({ name, purpose, manifestSha256, episodes: lines.episodes });
}

function checkExpected(found: string, expected: string | undefined): Problem[] {
  if (expected === undefined || expected === found) return [];
  const sentence = `Its SHA-256 is ${found}, and ${expected} was expected: this is another release, or it was changed.`;
  return [{ path: manifestName, sentence }];
}

function checkFile(folder: ReleaseFolder, file: ManifestFile): Problem[] {
  if (!folder.names.includes(file.name)) return [{ path: file.name, sentence: 'It is missing.' }];
  const bytes = folder.read(file.name);
  if (bytes.byteLength !== file.bytes) {
    const sentence = `It has ${bytes.byteLength} bytes where the manifest says ${file.bytes}.`;
    return [{ path: file.name, sentence }];
  }
  return sha256Hex(bytes) === file.sha256
    ? []
    : [
        {
          path: file.name,
          sentence: 'It was changed: its SHA-256 is not the one in the manifest.',
        },
      ];
}
