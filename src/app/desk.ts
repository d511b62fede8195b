/** What every page is handed: the signed-in person at work in one project. */
import type { Project } from '#core/project.ts';
import type { Person } from '#data/people.ts';
import type { Supabase } from '#data/supabase.ts';
import type { Toasts } from '#ui/toasts.svelte.ts';
import type { Account } from './account.svelte.ts';
import type { Address } from './address.svelte.ts';
import type { UpNext } from '#queue/up-next.ts';
import type { Config } from './config.ts';
import type { LabelingAhead } from './open-labeling.ts';
import type { Theme } from './theme.svelte.ts';

export interface Desk {
  readonly client: Supabase;
  readonly config: Config;
  readonly account: Account;
  readonly address: Address;
  readonly theme: Theme;
  readonly toasts: Toasts;
  readonly person: Person;
  readonly projects: readonly Project[];
  readonly project: Project;
  /** The session to label next, where one was read ahead. */
  readonly upNext: UpNext<LabelingAhead>;
}
