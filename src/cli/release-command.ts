import { Option, type Command } from 'commander';
import { purposes } from '#core/consent.ts';
import { buildRelease } from './build-release.ts';
import { fetchRelease } from './fetch-release.ts';
import { listProjectReleases } from './list-releases.ts';
import { addServerOptions, projectOption } from './server-options.ts';

export function registerRelease(program: Command): void {
  const release = program.command('release').description('Datasets of approved episodes.');

  addServerOptions(release.command('build'))
    .description('Build a release of every approved task with consent, store it and download it.')
    .requiredOption('--out <folder>', 'where to write it (required); must be new or empty')
    .option('--name <name>', 'what to call it, by default as the folder; never used twice')
    .addOption(
      new Option('--purpose <purpose>', 'what it will be used for; consent must cover it')
        .choices([...purposes])
        .default('training'),
    )
    .addOption(projectOption())
    .action(buildRelease);

  addServerOptions(release.command('list'))
    .description('List the releases of a project, newest first.')
    .addOption(projectOption())
    .action(listProjectReleases);

  addServerOptions(release.command('download <release>'))
    .description('Download a release by its id or its name, and verify it.')
    .requiredOption('--out <folder>', 'where to write it (required); must be new or empty')
    .addOption(projectOption())
    .action(fetchRelease);
}
