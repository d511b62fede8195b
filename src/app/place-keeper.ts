/** Keeps time and chosen task in the address, so that a copied link leads to the same place. */
import type { Task } from '#core/task.ts';
import { ms, type Ms } from '#core/time.ts';
import type { Address } from './address.svelte.ts';

/** Where in a session a link leads. */
export interface Place {
  readonly at?: number;
  readonly task?: string;
}

export function readPlace(search: string): Place {
  const params = new URLSearchParams(search);
  const at = Number(params.get('t') ?? NaN);
  return { at: Number.isFinite(at) ? at : undefined, task: params.get('task') ?? undefined };
}

/** The time a place leads to; undefined where that is a task's, and the tasks are not known. */
export function startOf({ at, task }: Place, tasks?: readonly Task[]): Ms | undefined {
  if (at !== undefined) return ms(at);
  if (task === undefined) return ms(0);
  return tasks && (tasks.find(({ id }) => id === task)?.startsMs ?? ms(0));
}

/** To the first task, where a link names none. */
export const toFirstTask = (place: Place, tasks: readonly Task[]): Place => ({
  ...place,
  task: place.task ?? tasks[0]?.id,
});

/** How often the address may change; browsers refuse it much more often. */
const restMs = 500;

export class PlaceKeeper {
  readonly #address: Address;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #place: Place = {};

  constructor(address: Address) {
    this.#address = address;
  }

  keep(at: number, task: string | undefined): void {
    this.#place = { at, task };
    this.#timer ??= setTimeout(() => this.#write(), restMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #write(): void {
    this.#timer = undefined;
    const search = new URLSearchParams(location.search);
    search.set('t', String(Math.round(this.#place.at ?? 0)));
    if (this.#place.task === undefined) search.delete('task');
    else search.set('task', this.#place.task);
    this.#address.keep(search.toString());
  }
}
