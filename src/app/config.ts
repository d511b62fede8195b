/** Where the workbench finds its Supabase: told by the host in `config.json`. */
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';

export interface Config {
  readonly supabaseUrl: string;
  readonly publishableKey: string;
  /** The document that replays recordings; on an origin of its own where there is one. */
  readonly replayUrl: string;
  /** The demo people are offered at sign-in. */
  readonly demo: boolean;
  /** A model of the user's own that may be asked for suggestions. */
  readonly suggesterUrl?: string;
}

export async function loadConfig(fetchFrom: typeof fetch = fetch): Promise<OutcomeOf<Config>> {
  try {
    const answer = await fetchFrom('/config.json', { cache: 'no-store' });
    return configOf(answer.ok ? ((await answer.json()) as unknown) : undefined);
  } catch {
    return configOf(undefined);
  }
}

export function configOf(told: unknown): OutcomeOf<Config> {
  const given = (typeof told === 'object' && told !== null ? told : {}) as Partial<Config>;
  if (!given.supabaseUrl || !given.publishableKey)
    return fail({
      path: 'config.json',
      sentence: 'This address does not say which Supabase keeps its data.',
    });
  return succeed({
    supabaseUrl: given.supabaseUrl,
    publishableKey: given.publishableKey,
    replayUrl: given.replayUrl ?? '/frame/replay.html',
    demo: given.demo === true,
    ...(given.suggesterUrl && { suggesterUrl: given.suggesterUrl }),
  });
}
