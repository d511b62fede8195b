/** Who a command acts as: a demo person, the one in the environment, or the one who signed in. */
import { Failure } from '#data/failure.ts';
import { currentPerson, signIn, type Person } from '#data/people.ts';
import { connect, type Supabase } from '#data/supabase.ts';
import { readDemoPeople } from '#server/demo-people.ts';
import { exitCodes } from './exit-codes.ts';
import { findServer, type FoundServer } from './find-server.ts';
import type { ServerOptions } from './server-options.ts';
import { signInFile } from './sign-in-file.ts';
import { CommandError } from './tell-error.ts';

export interface SignedIn {
  readonly server: FoundServer;
  readonly client: Supabase;
  readonly person: Person;
}

export async function signedIn(options: ServerOptions): Promise<SignedIn> {
  const server = await findServer(options);
  const credentials = await credentialsFor(options, server);
  if (credentials) {
    const client = connect(server.url, server.publishableKey);
    return { server, client, person: await enter(client, ...credentials) };
  }
  const client = connect(server.url, server.publishableKey, signInFile(server));
  const person = await currentPerson(client).catch((error: unknown) => {
    if (error instanceof Failure && error.kind === 'offline') throw offline(server);
    throw error;
  });
  if (!person) throw nobody(server);
  return { server, client, person };
}

/** Signs in, and says in words what a wrong password or a silent server is. */
export async function enter(client: Supabase, email: string, password: string): Promise<Person> {
  try {
    return await signIn(client, email, password);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new CommandError(error.message, exitCodes.unreachable);
  }
}

async function credentialsFor(
  { as }: ServerOptions,
  server: FoundServer,
): Promise<[email: string, password: string] | undefined> {
  if (as) {
    const people = server.isHere ? await readDemoPeople(server.dataDir) : undefined;
    const person = people?.find((each) => each.role === as);
    if (!person)
      throw new CommandError(
        `There are no demo people at ${server.url}. --as works with the demo that runs on this machine.`,
        exitCodes.unreachable,
      );
    return [person.email, person.password];
  }
  const { TASKTAPE_EMAIL, TASKTAPE_PASSWORD } = process.env;
  return TASKTAPE_EMAIL && TASKTAPE_PASSWORD ? [TASKTAPE_EMAIL, TASKTAPE_PASSWORD] : undefined;
}

const offline = (server: FoundServer) =>
  new CommandError(`${server.url} can’t be reached.`, exitCodes.unreachable);

const nobody = (server: FoundServer) =>
  new CommandError(
    `Nobody is signed in at ${server.url}. Run “npx tasktape login”, set TASKTAPE_EMAIL and TASKTAPE_PASSWORD, or add --as on the demo.`,
    exitCodes.unreachable,
  );
