import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Purpose } from '#core/consent.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import { ApiFailure } from '#delivery/api-failure.ts';
import type { RecorderSettings } from '#delivery/keeper-messages.ts';
import { RecorderApi } from '#delivery/recorder-api.ts';
import { exitCodes } from './exit-codes.ts';
import { dataDirOf, findServer, type FoundServer } from './find-server.ts';
import { purposesOf } from './purposes-of.ts';
import { recordSite } from './record-site.ts';
import { makeRecorderFolder } from './recorder-folder.ts';
import { recorderKeyFor, type KeyOptions } from './recorder-key.ts';
import { loadScript } from './recording-script.ts';
import { resumeRecordings } from './resume-recordings.ts';
import { addServerOptions, projectOption } from './server-options.ts';
import { siteOf } from './site-of.ts';
import { CommandError } from './tell-error.ts';
import { tellRecorded, tellResumed } from './tell-recorded.ts';
import { untilInterrupted } from './until-interrupted.ts';

interface RecordOptions extends KeyOptions {
  readonly publishableKey?: string;
  readonly profile?: string;
  readonly headless: boolean;
  readonly script?: string;
  readonly consent?: readonly Purpose[];
  readonly for?: number;
  readonly resume: boolean;
}

export function registerRecord(program: Command): void {
  addServerOptions(program.command('record [address]'))
    .description('Record your work in a browser that opens at an address.')
    .option('--key <recorderKey>', 'the project’s recorder key (or TASKTAPE_RECORDER_KEY)')
    .option('--publishable-key <key>', 'of the Supabase named with --url')
    .addOption(projectOption())
    .option('--profile <folder>', 'a browser profile that stays, with its sign-ins')
    .option('--for <seconds>', 'stop after so long', secondsOf)
    .option('--headless', 'a browser that does not show; needs --script', false)
    .option('--script <file>', 'uses the browser: export default async (page, context) => { … }')
    .addOption(
      new Option(
        '--consent <purposes>',
        'with --headless: the purposes agreed to in place of a person, such as training,evaluation',
      ).argParser(purposesOf),
    )
    .option('--resume', 'deliver what earlier recordings left on this machine', false)
    .action((address: string | undefined, options: RecordOptions) =>
      options.resume ? resume(options) : record(address, options),
    );
}

async function record(address: string | undefined, options: RecordOptions): Promise<void> {
  const site = checked(address, options);
  const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  const script = options.script === undefined ? undefined : await loadScript(options.script);
  const server = await serverFor(options);
  const settings: RecorderSettings = {
    url: new URL(server.url).origin,
    key: server.publishableKey,
    recorderKey: await recorderKeyFor(options, server, site, say),
    ...(server.workbench && { appUrl: server.workbench }),
  };
  const terms = await termsOf(settings, site);
  const { consent, headless, profile } = options;
  const notAsked = consent?.filter((purpose) => !terms.notice.purposes.includes(purpose)) ?? [];
  if (notAsked.length > 0)
    throw new CommandError(
      `The notice of ${terms.project} does not ask for ${notAsked.join(', ')}.`,
    );
  const folder = await makeRecorderFolder(server.dataDir, settings, site);
  const interruption = untilInterrupted(
    'Stopping the recording …',
    'Leaving what is not sent yet on this machine …',
  );
  const [stop, hurry] = interruption.signals;
  const recorded = await recordSite({
    address: address!,
    sites: terms.sites,
    folder,
    headless,
    profile,
    script,
    consent,
    forMs: options.for && options.for * 1000,
    say,
    stop: stop!,
    hurry: hurry!,
  }).finally(interruption.end);
  tellRecorded(recorded, folder, options.json);
}

async function resume(options: RecordOptions): Promise<void> {
  const dataDir = dataDirOf(options);
  const { signal, end } = untilInterrupted('Leaving what is not sent yet on this machine …');
  const results = await resumeRecordings(dataDir, signal).finally(end);
  tellResumed(results, options.json);
}

/** Answers the site of the address; a wrong call is told before anything begins. */
function checked(address: string | undefined, options: RecordOptions): string {
  const site = siteOf(address ?? '');
  if (site === undefined) throw wrongCall('Give the http or https address to record, or --resume.');
  if (options.consent && !options.headless)
    throw wrongCall(
      '--consent answers in place of a person, so it goes with --headless only. In a browser that shows, the person is asked.',
    );
  if (options.headless && options.script === undefined)
    throw wrongCall('--headless needs --script: nobody can use a browser that does not show.');
  if (options.headless && options.consent === undefined)
    throw wrongCall(
      '--headless needs --consent, such as --consent training: nobody can answer in a browser that does not show.',
    );
  return site;
}

async function serverFor(options: RecordOptions): Promise<FoundServer> {
  const { url, publishableKey } = options;
  if (!publishableKey) return findServer(options);
  if (!url || !URL.canParse(url))
    throw wrongCall('--publishable-key needs the address with --url.');
  return { url, publishableKey, dataDir: dataDirOf(options), isHere: false };
}

/** Asked before the browser opens, so that a wrong key is told at once. */
async function termsOf(settings: RecorderSettings, site: string): Promise<RecorderTerms> {
  try {
    return await new RecorderApi(settings).terms(site);
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    throw new CommandError(
      error.message,
      error.kind === 'offline' ? exitCodes.unreachable : exitCodes.refused,
    );
  }
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('Give a number of seconds.');
  return seconds;
}

const wrongCall = (sentence: string) => new CommandError(sentence, exitCodes.usage);
