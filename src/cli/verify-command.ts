import { InvalidArgumentError, type Command } from 'commander';
import type { Problem } from '#core/outcome-of.ts';
import { listReleases } from '#data/releases.ts';
import { verifyRelease } from '#episodes/verify-release.ts';
import { chooseProject } from './choose-project.ts';
import { episodeSchema } from './episode-schema.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, printResult } from './print-result.ts';
import { openReleaseFolder } from './release-folder.ts';
import { addServerOptions, projectOption, type ServerOptions } from './server-options.ts';
import { signedIn } from './sign-in.ts';

interface VerifyOptions extends ServerOptions {
  readonly manifestSha256?: string;
  readonly withdrawals: boolean;
  readonly project?: string;
}

export function registerVerify(program: Command): void {
  addServerOptions(program.command('verify <folder>'))
    .description('Prove a release on disk: every hash, every line, every rule.')
    .option('--manifest-sha256 <hash>', 'what the hash of manifest.json must be', sha256Of)
    .option('--withdrawals', 'ask the server too whether the release was revoked', false)
    .addOption(projectOption())
    .action(verify);
}

async function verify(folder: string, options: VerifyOptions): Promise<void> {
  const found = verifyRelease(
    await openReleaseFolder(folder),
    episodeSchema(),
    options.manifestSha256,
  );
  const problems: Problem[] = found.ok ? [] : [...found.problems];
  if (found.ok && options.withdrawals)
    problems.push(...(await askServer(found.value.manifestSha256, options)));
  if (problems.length > 0) {
    process.exitCode = exitCodes.broken;
    printResult(options.json, { ok: false, folder, problems }, [
      `${folder} is not sound: ${counted(problems.length, 'problem')}.`,
      ...problems.map(({ path, sentence }) => `  ${path}: ${sentence}`),
    ]);
  } else if (found.ok) {
    const { name, purpose, manifestSha256, episodes } = found.value;
    const steps = episodes.reduce((sum, episode) => sum + episode.steps.length, 0);
    printResult(
      options.json,
      { ok: true, folder, name, purpose, manifestSha256, episodes: episodes.length, steps },
      [
        `${folder} is sound: “${name}” for ${purpose}, ${counted(episodes.length, 'episode')}, ${counted(steps, 'step')}.`,
        `SHA-256 of manifest.json: ${manifestSha256}`,
      ],
    );
  }
}

async function askServer(manifestSha256: string, options: VerifyOptions): Promise<Problem[]> {
  const { client, server } = await signedIn(options);
  const project = await chooseProject(client, options.project);
  const releases = await listReleases(client, project.id);
  const release = releases.find((each) => each.manifestSha256 === manifestSha256);
  if (!release)
    return [
      { path: 'manifest.json', sentence: `${server.url} knows no release with this manifest.` },
    ];
  if (release.state !== 'revoked') return [];
  const sentence = 'A contributor withdrew: the release is revoked. Delete it and build a new one.';
  return [{ path: 'manifest.json', sentence }];
}

function sha256Of(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new InvalidArgumentError('It is not a SHA-256.');
  return text.toLowerCase();
}
