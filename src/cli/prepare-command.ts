import type { Command } from 'commander';
import type { SessionId } from '#core/ids.ts';
import { Failure } from '#data/failure.ts';
import { listSealedSessions, type SealedSession } from '#data/prepare-session.ts';
import { exitCodes } from './exit-codes.ts';
import { prepareSession, type Prepared } from './prepare-session.ts';
import { counted, printResult } from './print-result.ts';
import { progressLine } from './progress-line.ts';
import { secretConnection } from './secret-connection.ts';
import { addServerOptions, type ServerOptions } from './server-options.ts';
import { CommandError, sentenceOf } from './tell-error.ts';
import { untilInterrupted } from './until-interrupted.ts';

interface PrepareOptions extends ServerOptions {
  readonly session?: string;
  readonly all?: boolean;
}

type Result = { readonly session: SessionId; readonly title: string } & (
  Prepared | { readonly refused: string }
);

export function registerPrepare(program: Command): void {
  addServerOptions(program.command('prepare'), { as: false })
    .description('Make the keyframes that stored sessions lack, so that seeking in them is quick.')
    .option('--session <id>', 'of this session')
    .option('--all', 'of every session that is sealed')
    .addHelpText(
      'after',
      `
Sessions imported or recorded today have their keyframes; older imports lack them.

Environment:
  SUPABASE_URL, SUPABASE_SECRET_KEY  of a Supabase of yours; the server that runs here needs neither`,
    )
    .action(prepare);
}

async function prepare(options: PrepareOptions): Promise<void> {
  const { all = false, json } = options;
  if ((options.session === undefined) !== all)
    throw new CommandError('Say either --session with an id, or --all.', exitCodes.usage);
  const client = await secretConnection(options);
  const sessions = await listSealedSessions(client, sessionOf(options.session));
  if (!all && sessions.length === 0)
    throw new CommandError(
      'There is no sealed session with this id. One that is still being recorded gets its keyframes from its recorder.',
    );
  const progress = progressLine();
  const { signal, end } = untilInterrupted('Stopping; what is prepared stays …');
  const results: Result[] = [];
  for (const session of sessions) {
    if (signal.aborted) break;
    const result = await prepareOne(session);
    if (result === undefined) break;
    results.push(result);
    if (!json) tell(result);
  }
  end();
  if (json) printResult(true, { sessions: results }, []);
  else if (sessions.length === 0) console.log('There is no sealed session here.');
  if (results.some((result) => 'refused' in result)) process.exitCode = exitCodes.refused;
  if (signal.aborted) process.exitCode = exitCodes.interrupted;

  async function prepareOne(session: SealedSession): Promise<Result | undefined> {
    const { id, title } = session;
    const step = `Preparing “${title || id}”`;
    try {
      const prepared = await prepareSession(client, session, signal, (done, total) =>
        progress.show(step, done, total),
      );
      return { session: id, title, ...prepared };
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof Failure) || error.kind === 'offline') throw error;
      return { session: id, title, refused: sentenceOf(error) };
    } finally {
      progress.end();
    }
  }
}

/** What is no id is no session's. */
function sessionOf(text: string | undefined): SessionId | undefined {
  if (text !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new CommandError(
      `“${text}” is not the id of a session. It stands at the end of the address of the session’s page.`,
      exitCodes.usage,
    );
  return text as SessionId | undefined;
}

function tell(result: Result): void {
  const name = `${result.title || 'Untitled'} (${result.session})`;
  if ('refused' in result) {
    console.error(`${name}: ${result.refused}`);
    return;
  }
  const { keyframes, unreadable } = result;
  console.log(`${name}: ${keyframes === 0 ? 'nothing to add' : counted(keyframes, 'keyframe')}`);
  if (unreadable > 0)
    console.error(
      `  ${counted(unreadable, 'chunk')} can not be read: missing or damaged in storage.`,
    );
}
