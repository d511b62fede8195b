/** Who is signed in on this browser, and the projects they belong to. */
import type { Project } from '#core/project.ts';
import { failureOf, type Failure } from '#data/failure.ts';
import { currentPerson, signOut, trackSignIn, type Person } from '#data/people.ts';
import { listProjects } from '#data/projects.ts';
import type { Supabase } from '#data/supabase.ts';

export type AccountState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'signed out' }
  | { readonly kind: 'signed in'; readonly person: Person; readonly projects: readonly Project[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export class Account {
  #state = $state.raw<AccountState>({ kind: 'loading' });
  #turn = 0;
  readonly #client: Supabase;

  constructor(client: Supabase) {
    this.#client = client;
  }

  get state(): AccountState {
    return this.#state;
  }

  /** Follows sign-in and sign-out, in this tab and in others. */
  track(): { stop(): void } {
    let known: string | undefined | false = false;
    return trackSignIn(this.#client, (userId) => {
      if (userId === known) return;
      known = userId;
      // The client holds a lock while it calls back, so it must not be asked anything from here.
      setTimeout(() => void this.refresh());
    });
  }

  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const person = await currentPerson(this.#client);
      const projects = person ? await listProjects(this.#client) : [];
      if (turn !== this.#turn) return;
      this.#state = person ? { kind: 'signed in', person, projects } : { kind: 'signed out' };
    } catch (error) {
      if (turn === this.#turn) this.#state = { kind: 'failed', failure: failureOf(error) };
    }
  }

  async leave(): Promise<void> {
    await signOut(this.#client);
    await this.refresh();
  }
}
