import type { Command } from 'commander';
import { formatDuration, formatTime } from '#core/time.ts';
import { inspectRecording, type Inspection } from '#ingest/inspect-recording.ts';
import { exitCodes } from './exit-codes.ts';
import { fileSource } from './file-source.ts';
import { printResult } from './print-result.ts';
import { addJsonOption } from './server-options.ts';

export function registerInspect(program: Command): void {
  addJsonOption(program.command('inspect <file>'))
    .description('Tell what is in a recording, without a server.')
    .action(inspect);
}

async function inspect(file: string, options: { readonly json: boolean }): Promise<void> {
  const source = await fileSource(file);
  const found = source.ok ? await inspectRecording(source.value) : source;
  if (found.ok) {
    printResult(options.json, { ok: true, ...found.value }, linesOf(found.value));
    return;
  }
  process.exitCode = exitCodes.refused;
  if (options.json) printResult(true, { ok: false, name: file, problems: found.problems }, []);
  else {
    console.error(`${file} can’t be imported.`);
    for (const { path, sentence } of found.problems) console.error(`  ${path}: ${sentence}`);
  }
}

function linesOf(found: Inspection): string[] {
  const { pages, keystrokes, actions, gaps, repairs, problems } = found;
  const types = Object.entries(found.events.byType).map(([type, count]) => `${count} ${type}`);
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
  return [
    `${found.name}: ${formatDuration(found.durationMs)}, ${found.events.total} events`,
    `  ${types.join(', ')}`,
    ...section(
      'Pages',
      pages.map(
        ({ startsMs, url, title }) => `${formatTime(startsMs)}  ${title ? `${title}, ` : ''}${url}`,
      ),
    ),
    ...section(
      `Keystrokes: ${keystrokes.total}, ${keystrokes.evidence}`,
      keystrokes.bursts.map(({ startsMs, text }) => `${formatTime(startsMs)}  ${text}`),
    ),
    ...section(
      'Actions',
      actions.map(({ startsMs, description }) => `${formatTime(startsMs)}  ${description}`),
    ),
    ...section(
      'Gaps',
      gaps.map(
        ({ startsMs, endsMs, reason }) =>
          `${formatTime(startsMs)} to ${formatTime(endsMs)}  ${reason}`,
      ),
    ),
    ...section(
      'Mended',
      repairs.map(({ sentence }) => sentence),
    ),
    ...section(
      'Problems',
      problems.map(({ path, sentence }) => `${path}: ${sentence}`),
    ),
  ];
}
