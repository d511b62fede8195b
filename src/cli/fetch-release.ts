/** `tasktape release download`: nothing is written that does not verify. */
import { downloadRelease, listReleases } from '#data/releases.ts';
import { manifestName } from '#episodes/manifest.ts';
import { cardName, episodesName } from '#episodes/release-files.ts';
import { verifyRelease } from '#episodes/verify-release.ts';
import { chooseProject } from './choose-project.ts';
import { episodeSchema } from './episode-schema.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, printResult } from './print-result.ts';
import { progressLine } from './progress-line.ts';
import { folderOf, requireEmptyFolder, writeReleaseFolder } from './release-folder.ts';
import type { ServerOptions } from './server-options.ts';
import { signedIn } from './sign-in.ts';
import { CommandError } from './tell-error.ts';

interface FetchOptions extends ServerOptions {
  readonly out: string;
  readonly project?: string;
}

export async function fetchRelease(wanted: string, options: FetchOptions): Promise<void> {
  const { out } = options;
  await requireEmptyFolder(out);
  const { client } = await signedIn(options);
  const project = await chooseProject(client, options.project);
  const releases = await listReleases(client, project.id);
  const release = releases.find(({ id, name }) => id === wanted || name === wanted);
  if (!release)
    throw new CommandError(
      `${project.name} has no release “${wanted}”. “npx tasktape release list” shows those there are.`,
    );
  const progress = progressLine();
  try {
    progress.show(`Downloading “${release.name}”`);
    const names = [episodesName, cardName, manifestName];
    const files = await downloadRelease(client, release.id, names);
    const found = verifyRelease(folderOf(files), episodeSchema(), release.manifestSha256);
    if (!found.ok)
      throw new CommandError(
        `Nothing was written: what came is not the release. ${found.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join(' ')}`,
        exitCodes.broken,
      );
    await writeReleaseFolder(out, files);
    progress.end();
    const { name, purpose, manifestSha256, episodes } = found.value;
    printResult(
      options.json,
      { releaseId: release.id, name, purpose, out, episodes: episodes.length, manifestSha256 },
      [
        `${out} holds “${name}”: ${counted(episodes.length, 'episode')} for ${purpose}, verified.`,
        `SHA-256 of manifest.json: ${manifestSha256}`,
      ],
    );
  } finally {
    progress.end();
  }
}
