/** `tasktape start`: runs the workbench until it is stopped. */
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { serveWorkbench } from '#server/serve-workbench.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { projectRoot } from './project-root.ts';
import { CommandError } from './tell-error.ts';

interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly demo: boolean;
  readonly open: boolean;
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
    .option('--json', 'print one line of JSON when ready', false)
    .addHelpText(
      'after',
      `
Environment:
  DATABASE_URL                            keep rows in this Postgres instead of the data folder
  SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY  keep nothing here: serve the workbench of that Supabase`,
    )
    .action(start);
}

async function start(options: StartOptions): Promise<void> {
  const say = (step: string) => process.stderr.write(`${step} …\n`);
  const { SUPABASE_URL: supabaseUrl } = process.env;
  if (supabaseUrl) return startBeside(supabaseUrl, options);

  const dataDir = options.data ? resolve(options.data) : join(projectRoot, '.tasktape');
  const server = await startServer({
    dataDir,
    host: options.host,
    port: options.port,
    demo: options.demo,
    databaseUrl: process.env.DATABASE_URL || undefined,
    webDir,
    migrationsDir: join(projectRoot, 'supabase', 'migrations'),
    onProgress: say,
  });
  const stopped = untilStopped(server.stop);
  tellReady(server, dataDir, options);
  if (options.open) await openBrowser(server.url);
  await stopped;
}

async function startBeside(supabaseUrl: string, options: StartOptions): Promise<void> {
  const { SUPABASE_PUBLISHABLE_KEY: publishableKey } = process.env;
  if (!publishableKey)
    throw new CommandError('SUPABASE_URL is set, so SUPABASE_PUBLISHABLE_KEY must be set too.');
  const workbench = await serveWorkbench(options.host, options.port, webDir);
  workbench.open({ supabaseUrl, publishableKey });
  const stopped = untilStopped(workbench.close);
  const { url, replayUrl } = workbench;
  if (options.json) console.log(JSON.stringify({ url, replayUrl, supabaseUrl, pid: process.pid }));
  else
    console.log(
      block([
        ['Tasktape', url],
        ['Data', supabaseUrl],
        ['Stop', 'Ctrl-C'],
      ]),
    );
  if (options.open) await openBrowser(url);
  await stopped;
}

function tellReady(server: RunningServer, dataDir: string, options: StartOptions): void {
  const { url, replayUrl, keys, demoPeople } = server;
  const people = demoPeople.map(({ name, role, email }) => ({ name, role, email }));
  if (options.json)
    console.log(
      JSON.stringify({
        url,
        replayUrl,
        publishableKey: keys.publishableKey,
        dataDir,
        people,
        pid: process.pid,
      }),
    );
  else
    console.log(
      block([
        ['Tasktape', url],
        ...people.map(({ name, role, email }, index): [string, string] => [
          index === 0 ? 'Sign in as' : '',
          `${role.padEnd(12)}${name.padEnd(13)}${email}`,
        ]),
        ...(people.length > 0
          ? [
              ['', `one click each; passwords in ${join(dataDir, 'demo-people.json')}`] as [
                string,
                string,
              ],
            ]
          : []),
        [
          'Data',
          `${dataDir}${process.env.DATABASE_URL ? ' (objects and keys), rows in DATABASE_URL' : ''}`,
        ],
        ['Stop', 'Ctrl-C; nothing saved is lost'],
      ]),
    );
}

const block = (rows: readonly (readonly [string, string])[]) =>
  `\n${rows.map(([name, value]) => `  ${name.padEnd(12)}${value}`).join('\n')}\n`;

/** Resolves once a signal has come and everything is closed. A second signal ends at once. */
function untilStopped(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const onSignal = () => {
      if (stopping) process.exit(130);
      stopping = true;
      process.stderr.write('\nFinishing what is under way …\n');
      stop().then(resolve, reject);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
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
    throw new CommandError(`${text} is not a port. Give a number from 1 to 65535, or 0 for any.`);
  return port;
}
