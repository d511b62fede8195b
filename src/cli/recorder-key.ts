/** By which key a command records: the one given, or on the demo one that its admin makes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRecorderKey } from '#data/recorder-keys.ts';
import { ApiFailure } from '#delivery/api-failure.ts';
import { RecorderApi } from '#delivery/recorder-api.ts';
import { writeFileDurably } from '#server/write-file-durably.ts';
import { chooseProject } from './choose-project.ts';
import { exitCodes } from './exit-codes.ts';
import type { FoundServer } from './find-server.ts';
import type { ServerOptions } from './server-options.ts';
import { signedIn } from './sign-in.ts';
import { CommandError } from './tell-error.ts';

export interface KeyOptions extends ServerOptions {
  readonly key?: string;
  readonly project?: string;
}

const fileName = 'made-recorder-keys.json';

export async function recorderKeyFor(
  options: KeyOptions,
  server: FoundServer,
  site: string,
  say: (sentence: string) => void,
): Promise<string> {
  const given = options.key ?? process.env['TASKTAPE_RECORDER_KEY'];
  if (given) return given;
  if (options.as !== 'admin')
    throw new CommandError(
      'A recorder key is needed: give --key or set TASKTAPE_RECORDER_KEY. An admin makes one in the workbench under Project; on the demo, --as admin makes one by itself.',
      exitCodes.usage,
    );
  const { client, person } = await signedIn(options);
  const project = await chooseProject(client, options.project);
  const path = join(server.dataDir, fileName);
  const made = await readMade(path);
  const name = `${server.url} ${project.slug} ${site}`;
  const known = made[name];
  if (known !== undefined && (await isGood(server, known, site))) return known;
  say(`${person.name} makes a recorder key for ${site} in ${project.name}.`);
  const key = await createRecorderKey(client, project.id, `tasktape record ${site}`, [site]);
  await writeFileDurably(path, JSON.stringify({ ...made, [name]: key }));
  return key;
}

async function readMade(path: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Readonly<Record<string, string>>;
}

/** It may have been revoked since. */
async function isGood(server: FoundServer, recorderKey: string, site: string): Promise<boolean> {
  const api = new RecorderApi({ url: server.url, key: server.publishableKey, recorderKey });
  return api.terms(site).then(
    () => true,
    (error: unknown) => !(error instanceof ApiFailure && error.kind === 'forbidden'),
  );
}
