/** The one thing chosen in the session workspace; timeline and panels read the same. */

import type { TaskId } from '#core/ids.ts';
import type { Span } from '#core/time.ts';

export type Selected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'task'; readonly id: TaskId }
  /** `index` into the track's actions. */
  | { readonly kind: 'action'; readonly index: number }
  | { readonly kind: 'window'; readonly span: Span };

export class Selection {
  #current = $state.raw<Selected>({ kind: 'nothing' });

  get current(): Selected {
    return this.#current;
  }

  get taskId(): TaskId | undefined {
    return this.#current.kind === 'task' ? this.#current.id : undefined;
  }

  get actionIndex(): number | undefined {
    return this.#current.kind === 'action' ? this.#current.index : undefined;
  }

  get window(): Span | undefined {
    return this.#current.kind === 'window' ? this.#current.span : undefined;
  }

  selectTask(id: TaskId): void {
    this.#current = { kind: 'task', id };
  }

  selectAction(index: number): void {
    this.#current = { kind: 'action', index };
  }

  /** The ends may come in either order; a window of no length is nothing. */
  selectWindow({ startsMs, endsMs }: Span): void {
    if (startsMs === endsMs) return this.clear();
    const span = startsMs < endsMs ? { startsMs, endsMs } : { startsMs: endsMs, endsMs: startsMs };
    this.#current = { kind: 'window', span };
  }

  clear(): void {
    if (this.#current.kind !== 'nothing') this.#current = { kind: 'nothing' };
  }
}
