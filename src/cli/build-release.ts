/** `tasktape release build`: preview, make, verify, store, and only then write the folder. */
import { basename, resolve } from 'node:path';
import type { Purpose } from '#core/consent.ts';
import type { LeftOut } from '#core/release.ts';
import { toolVersion } from '#core/tool-version.ts';
import { previewRelease, publishRelease, startRelease } from '#data/releases.ts';
import { makeReleaseFiles } from '#episodes/release-files.ts';
import { verifyRelease } from '#episodes/verify-release.ts';
import { chooseProject } from './choose-project.ts';
import { episodeSchema } from './episode-schema.ts';
import { counted, printResult } from './print-result.ts';
import { progressLine } from './progress-line.ts';
import { folderOf, requireEmptyFolder, writeReleaseFolder } from './release-folder.ts';
import type { ServerOptions } from './server-options.ts';
import { signedIn } from './sign-in.ts';
import { CommandError } from './tell-error.ts';

interface BuildOptions extends ServerOptions {
  readonly out: string;
  readonly name?: string;
  readonly purpose: Purpose;
  readonly project?: string;
}

export async function buildRelease(options: BuildOptions): Promise<void> {
  const { out, purpose } = options;
  const name = (options.name ?? basename(resolve(out))).trim();
  await requireEmptyFolder(out);
  const { client } = await signedIn(options);
  const project = await chooseProject(client, options.project);
  const progress = progressLine();
  try {
    progress.show('Asking what may be in it');
    const preview = await previewRelease(client, project.id, purpose);
    if (preview.included === 0) throw nothingToRelease(purpose, preview.leftOut);
    progress.show('Collecting the approved tasks');
    const { releaseId, material } = await startRelease(client, project.id, name, purpose);
    progress.show(`Making ${counted(material.length, 'episode')}`);
    const input = { name, purpose, material, toolVersion, leftOut: preview.leftOut };
    const made = makeReleaseFiles(input);
    if (made.episodes.length === 0) throw nothingToRelease(purpose, made.leftOut);
    const checked = verifyRelease(folderOf(made.files), episodeSchema(), made.manifestSha256);
    if (!checked.ok) throw new CommandError(`Nothing was published: ${told(checked.problems)}`);
    progress.show('Storing the files');
    await publishRelease(client, releaseId, made.files, made.manifestSha256, made.episodes);
    await writeReleaseFolder(out, made.files).catch((error: Error) => {
      throw new CommandError(
        `“${name}” is stored, but ${out} can’t be written (${error.message}). Get it by “npx tasktape release download”.`,
      );
    });
    progress.end();
    const { manifestSha256, leftOut } = made;
    printResult(
      options.json,
      { releaseId, name, purpose, out, episodes: made.episodes.length, manifestSha256, leftOut },
      [
        `${out} holds “${name}”: ${counted(made.episodes.length, 'episode')} for ${purpose}.`,
        `SHA-256 of manifest.json: ${manifestSha256}`,
        ...leftOutLines(leftOut),
      ],
    );
  } finally {
    progress.end();
  }
}

function nothingToRelease(purpose: Purpose, leftOut: readonly LeftOut[]): CommandError {
  return new CommandError(
    leftOut.length === 0
      ? `There is nothing to release for ${purpose}: no task is approved yet.`
      : `There is nothing to release for ${purpose}. ${leftOutLines(leftOut).join(' ')}`,
  );
}

const leftOutLines = (leftOut: readonly LeftOut[]) =>
  leftOut.map(({ count, sentence }) => `${counted(count, 'task')} left out: ${sentence}`);

const told = (problems: readonly { readonly path: string; readonly sentence: string }[]) =>
  problems.map(({ path, sentence }) => `${path}: ${sentence}`).join(' ');
