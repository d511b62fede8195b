import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Purpose } from '#core/consent.ts';
import { formatDuration } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import { chooseProject } from './choose-project.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { importFile, type Imported, type ImportPlace } from './import-file.ts';
import { counted, printResult } from './print-result.ts';
import { progressLine } from './progress-line.ts';
import { purposesOf } from './purposes-of.ts';
import { addServerOptions, projectOption, type ServerOptions } from './server-options.ts';
import { signedIn } from './sign-in.ts';
import { sentenceOf } from './tell-error.ts';
import { untilInterrupted } from './until-interrupted.ts';

interface ImportOptions extends ServerOptions {
  readonly contributor: string;
  readonly consent: readonly Purpose[];
  readonly project?: string;
}

type Result = { readonly file: string; readonly address?: string } & (
  Imported | { readonly kind: 'failed'; readonly sentence: string }
);

export function registerImport(program: Command): void {
  addServerOptions(program.command('import <file...>'))
    .description('Store recordings made elsewhere as sessions. Needs the role admin.')
    .option(
      '--contributor <pseudonym>',
      'who was recorded, by a name that tells no stranger who that is',
      'imported',
    )
    .option(
      '--consent <purposes>',
      'what you attest this person agreed to: training, evaluation, research, with commas between',
      purposesOf,
      ['training'],
    )
    .addOption(projectOption())
    .action(importFiles);
}

async function importFiles(files: readonly string[], options: ImportOptions): Promise<void> {
  const { client, server, person } = await signedIn(options);
  const project = await chooseProject(client, options.project);
  const attestation = { contributor: options.contributor.trim(), purposes: options.consent };
  const attested = `${person.name} attests that “${attestation.contributor}” agreed to ${attestation.purposes.join(', ')}.`;

  const interruption = untilInterrupted();
  const { signal } = interruption;
  const place = { client, project, attestation, progress: progressLine(), signal };
  const results: Result[] = [];
  for (const file of files) {
    if (signal.aborted) break;
    const result = await importOne(file, place);
    const address =
      'sessionId' in result && server.workbench
        ? { address: `${server.workbench}/p/${project.slug}/sessions/${result.sessionId}` }
        : {};
    results.push({ file, ...result, ...address });
    if (!options.json) tell({ file, ...result, ...address });
    if (result.kind === 'failed') break;
  }
  interruption.end();
  const isStored = results.some(({ kind }) => kind === 'stored');
  if (isStored && !options.json) console.log(attested);
  if (options.json)
    printResult(
      true,
      {
        project: project.slug,
        ...(isStored && { attested: { by: person.name, ...attestation } }),
        results,
      },
      [],
    );
  if (signal.aborted) process.exitCode = exitCodes.interrupted;
}

async function importOne(
  file: string,
  place: ImportPlace,
): Promise<Imported | { readonly kind: 'failed'; readonly sentence: string }> {
  try {
    const imported = await importFile(file, place);
    if (imported.kind === 'refused') process.exitCode ??= exitCodes.refused;
    return imported;
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    return { kind: 'failed', sentence: sentenceOf(error) };
  }
}

function tell(result: Result): void {
  const name = basename(result.file);
  switch (result.kind) {
    case 'stored': {
      const { events, durationMs, pages, keystrokes } = result.summary;
      console.log(
        `${name}: stored, ${counted(events, 'event')} in ${formatDuration(durationMs)}, ${counted(pages, 'page')}, ${counted(keystrokes, 'keystroke')}`,
      );
      for (const { sentence } of result.repairs) console.log(`  mended: ${sentence}`);
      console.log(`  ${result.address ?? `session ${result.sessionId}`}`);
      return;
    }
    case 'already there':
      console.log(`${name}: already there`);
      console.log(`  ${result.address ?? `session ${result.sessionId}`}`);
      return;
    case 'refused':
      console.error(`${name}: refused, and nothing of it was kept`);
      for (const { path, sentence } of result.problems) console.error(`  ${path}: ${sentence}`);
      return;
    case 'stopped':
      console.error(`${name}: stopped, and nothing of it was kept`);
      return;
    case 'failed':
      console.error(`${name}: ${result.sentence}`);
      return;
    default:
      unreachable(result);
  }
}
