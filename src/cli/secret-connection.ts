/** A connection that may do everything, for upkeep: with the secret key of the server that runs here,
 * or of the Supabase that the environment names. The key goes to no other address. */
import { connect, type Supabase } from '#data/supabase.ts';
import { readInstallKeys } from '#server/install-keys.ts';
import { exitCodes } from './exit-codes.ts';
import { findServer } from './find-server.ts';
import { CommandError } from './tell-error.ts';

export async function secretConnection(options: {
  readonly url?: string;
  readonly data?: string;
}): Promise<Supabase> {
  const { SUPABASE_URL, SUPABASE_SECRET_KEY } = process.env;
  const isElsewhere = options.url === undefined && options.data === undefined;
  if (isElsewhere && SUPABASE_URL && SUPABASE_SECRET_KEY)
    return connect(SUPABASE_URL, SUPABASE_SECRET_KEY);
  const server = await findServer(options);
  const keys = server.isHere ? await readInstallKeys(server.dataDir) : undefined;
  if (!keys)
    throw new CommandError(
      `This needs the secret key of ${server.url}, and only that of the server that runs here is known. Run it there, or set SUPABASE_URL and SUPABASE_SECRET_KEY and leave out --url.`,
      exitCodes.unreachable,
    );
  return connect(server.url, keys.secretKey);
}
