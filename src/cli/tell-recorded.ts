/** What `tasktape record` says in the end, and how it ends. */
import type { Undelivered } from './deliver.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, printResult } from './print-result.ts';
import type { Recorded } from './record-site.ts';
import type { RecorderFolder } from './recorder-folder.ts';
import type { Resumed } from './resume-recordings.ts';

export function tellRecorded(recorded: Recorded, { path }: RecorderFolder, json: boolean): void {
  const { news, undelivered, scriptError } = recorded;
  const sessions = [...news.sessions].map(([id, url]) => ({ id, url }));
  const scriptFailed =
    scriptError === undefined ? undefined : `The script failed: ${messageOf(scriptError)}`;
  const state = stateOf(recorded);
  const lines = {
    'nothing recorded': ['Nothing was recorded.'],
    'taken back': ['Nothing of the recording is kept.'],
    stored: [
      'Recorded and stored. See it, cut it and decide who may:',
      `  ${sessions.at(-1)?.url}`,
    ],
    waiting: undelivered ? [waitingSentence(undelivered, path)] : [],
  }[state];
  printResult(
    json,
    {
      state,
      sessions,
      notRecorded: news.notRecorded,
      ...(undelivered && { waiting: { ...undelivered, folder: path } }),
      ...(scriptFailed && { error: scriptFailed }),
    },
    lines,
  );
  if (scriptFailed && !json) console.error(scriptFailed);
  if (undelivered) process.exitCode = exitCodes.unreachable;
  else if (scriptFailed || state === 'nothing recorded') process.exitCode = exitCodes.refused;
}

export function tellResumed(results: readonly Resumed[], json: boolean): void {
  const had = results.filter(({ hadSomething }) => hadSomething);
  const told = had.map(({ folder, undelivered }) => ({
    folder: folder.path,
    server: folder.settings.url,
    ...(undelivered && { waiting: undelivered }),
  }));
  const lines = had.map(({ folder, undelivered }) =>
    undelivered
      ? waitingSentence(undelivered, folder.path)
      : `Delivered to ${folder.settings.url} what waited in ${folder.path}.`,
  );
  printResult(json, { resumed: told }, lines.length > 0 ? lines : ['Nothing waits here.']);
  if (had.some(({ undelivered }) => undelivered)) process.exitCode = exitCodes.unreachable;
}

function stateOf({ news, undelivered }: Recorded) {
  if (undelivered) return 'waiting';
  if (news.sessions.size === 0) return 'nothing recorded';
  return news.ended === 'discarded' || news.ended === 'withdrawn' ? 'taken back' : 'stored';
}

function waitingSentence({ chunks, bytes, isServerThere }: Undelivered, folder: string): string {
  const what =
    chunks > 0
      ? `${counted(chunks, 'chunk')} (${Math.ceil(bytes / 1024)} KB) wait`
      : 'The end of the recording waits';
  const why = isServerThere ? 'Not everything was sent.' : 'The server can’t be reached.';
  return `${why} ${what} in ${folder}, and will be sent by “npx tasktape record --resume” or the next recording.`;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
