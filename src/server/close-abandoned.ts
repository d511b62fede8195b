/** Closes recordings that their recorder left behind, now and every hour. */
import type { Database } from './open-database.ts';
import type { ServerLog } from './server-log.ts';

const hourMs = 3_600_000;

export async function closeAbandoned(
  { query }: Database,
  log: ServerLog,
): Promise<{ stop(): Promise<void> }> {
  // Migrations of someone's own may do without recordings.
  const [known] = await query<{ there: boolean }>(
    `select to_regprocedure('private.seal_abandoned(uuid)') is not null as there`,
  );
  if (!known?.there) return { stop: async () => undefined };
  const close = async () => {
    try {
      await query('select private.seal_abandoned()');
    } catch (error) {
      log.write(`Abandoned recordings were not closed: ${(error as Error).message}`);
    }
  };
  await close();
  let underWay = Promise.resolve();
  const timer = setInterval(() => (underWay = close()), hourMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return underWay;
    },
  };
}
