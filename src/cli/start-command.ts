/** `tasktape start`: runs the workbench until it is stopped. */
import { join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { serveWorkbench } from '#server/serve-workbench.ts';
import { startServer } from '#server/start-server.ts';
import { addEmbedOrigin } from './embed-origin.ts';
import { projectRoot } from './project-root.ts';
import { block, readyBlock } from './ready-block.ts';
import { seedRecordings } from './seed-recordings.ts';
import { suggesterAddress } from './suggester-address.ts';
import { CommandError } from './tell-error.ts';

interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly demo: boolean;
  readonly open: boolean;
  readonly embedIn?: readonly string[];
  readonly suggester?: string;
  readonly json: boolean;
}

const webDir = join(projectRoot, 'dist', 'web');

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('Start the workbench and the Supabase it keeps its data in.')
    .option('--port <number>', 'where to serve; the replay frame takes the next one', portOf, 4173)
    .option(
      '--host <name>',
      'the address to listen on; others than this machine need --no-demo',
      '127.0.0.1',
    )
    .option('--data <folder>', 'where to keep everything (default: .tasktape beside package.json)')
    .option('--no-demo', 'no demo people, no demo project')
    .option('--no-open', 'leave the browser alone')
    .option(
      '--embed-in <origin>',
      'a site whose pages may show a session in a frame; may be given again',
      addEmbedOrigin,
    )
    .option(
      '--suggester <url>',
      'a model of your own that annotators may ask for suggestions',
      suggesterAddress,
    )
    .option('--json', 'print one line of JSON when ready', false)
    .addHelpText(
      'after',
      `
Environment:
  DATABASE_URL                            keep rows in this Postgres instead of the data folder
  SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY  keep nothing here: serve the workbench of that Supabase`,
    )
    .action((options: StartOptions) =>
      process.env.SUPABASE_URL ? startBeside(process.env.SUPABASE_URL, options) : start(options),
    );
}

async function start(options: StartOptions): Promise<void> {
  const dataDir = options.data ? resolve(options.data) : join(projectRoot, '.tasktape');
  const databaseUrl = process.env.DATABASE_URL || undefined;
  const server = await startServer({
    dataDir,
    host: options.host,
    port: options.port,
    demo: options.demo,
    databaseUrl,
    webDir,
    embedIn: options.embedIn,
    suggester: options.suggester,
    migrationsDir: join(projectRoot, 'supabase', 'migrations'),
    onProgress: (step) => process.stderr.write(`${step} …\n`),
  });
  const { url, replayUrl, keys, demoPeople } = server;
  await runUntilStopped(server.stop, async (signal) => {
    if (options.demo)
      await seedRecordings(server, join(projectRoot, 'public', 'demo', 'recordings'), signal);
    if (signal.aborted) return;
    if (options.json)
      console.log(
        JSON.stringify({
          url,
          replayUrl,
          publishableKey: keys.publishableKey,
          dataDir,
          people: demoPeople.map(({ name, role, email }) => ({ name, role, email })),
          pid: process.pid,
        }),
      );
    else console.log(readyBlock(server, dataDir, databaseUrl !== undefined));
    if (options.open) await openBrowser(url);
  });
}

async function startBeside(supabaseUrl: string, options: StartOptions): Promise<void> {
  const { SUPABASE_PUBLISHABLE_KEY: publishableKey } = process.env;
  if (!URL.canParse(supabaseUrl))
    throw new CommandError(`SUPABASE_URL is ${supabaseUrl}, which is not an address.`);
  if (!publishableKey)
    throw new CommandError('SUPABASE_URL is set, so SUPABASE_PUBLISHABLE_KEY must be set too.');
  const workbench = await serveWorkbench(
    options.host,
    options.port,
    webDir,
    options.embedIn,
    options.suggester,
  );
  const { url, replayUrl } = workbench;
  workbench.open({ supabaseUrl, publishableKey });
  await runUntilStopped(workbench.close, async () => {
    if (options.json)
      console.log(JSON.stringify({ url, replayUrl, supabaseUrl, pid: process.pid }));
    else
      console.log(
        block([
          ['Tasktape', url],
          ['Data', supabaseUrl],
          ['Stop', 'Ctrl-C'],
        ]),
      );
    if (options.open) await openBrowser(url);
  });
}

/** Runs `begin`, waits for a signal, and stops. A second signal ends at once. */
async function runUntilStopped(
  stop: () => Promise<void>,
  begin: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
  const onSignal = () => {
    if (signal.aborted) process.exit(130);
    process.stderr.write('\nFinishing what is under way …\n');
    controller.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    await begin(signal);
    await stopped;
  } finally {
    await stop();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

async function openBrowser(url: string): Promise<void> {
  if (!process.stdout.isTTY || process.env.CI) return;
  const { default: open } = await import('open');
  // A machine without a browser is no reason to fail: the address is printed.
  await open(url).then(
    (child) => child.on('error', () => undefined),
    () => undefined,
  );
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Give a number from 1 to 65535, or 0 for any free one.');
  return port;
}
