/** The sessions of a project as the list shows them: fetched once, filtered and sorted here. */
import type { ProjectId } from '#core/ids.ts';
import type { Session } from '#core/session.ts';
import { listSessions } from '#data/sessions.ts';
import type { Supabase } from '#data/supabase.ts';
import type { Address } from './address.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import {
  querySessions,
  readSessionQuery,
  writeSessionQuery,
  type SessionQuery,
} from './session-query.ts';

export class SessionList {
  readonly loaded: Loaded<readonly Session[]>;
  readonly #address: Address;
  #picked = $state(0);

  readonly #query = $derived.by(() => readSessionQuery(this.#address.search));
  readonly #shown = $derived.by(() => querySessions(this.loaded.value ?? [], this.#query));

  constructor(client: Supabase, project: ProjectId, address: Address) {
    this.#address = address;
    this.loaded = new Loaded((arrive) => listSessions(client, project, arrive));
  }

  get query(): SessionQuery {
    return this.#query;
  }

  get shown(): readonly Session[] {
    return this.#shown;
  }

  /** The row the keys act on. */
  get picked(): number {
    return Math.max(0, Math.min(this.#picked, this.#shown.length - 1));
  }

  ask(query: SessionQuery): void {
    this.#picked = 0;
    this.#address.keep(writeSessionQuery(query));
  }

  pick(index: number): void {
    this.#picked = Math.max(0, Math.min(index, this.#shown.length - 1));
  }
}
