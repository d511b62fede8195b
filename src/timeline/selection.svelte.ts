/** What is chosen in the session workspace, and the window of time its panels are narrowed to;
 * timeline and panels read the same. */

import type { TaskId } from '#core/ids.ts';
import { ms, type Span } from '#core/time.ts';
import type { Lane } from './lane-marks.ts';

export type Selected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'task'; readonly id: TaskId }
  /** `index` into the track's actions. */
  | { readonly kind: 'action'; readonly index: number }
  /** Another mark of the timeline, by where it stands. */
  | { readonly kind: 'mark'; readonly lane: Lane; readonly span: Span };

export class Selection {
  #current = $state.raw<Selected>({ kind: 'nothing' });
  #window = $state.raw<Span | undefined>(undefined);

  get current(): Selected {
    return this.#current;
  }

  get taskId(): TaskId | undefined {
    return this.#current.kind === 'task' ? this.#current.id : undefined;
  }

  get actionIndex(): number | undefined {
    return this.#current.kind === 'action' ? this.#current.index : undefined;
  }

  /** Stays while things in it are chosen. */
  get window(): Span | undefined {
    return this.#window;
  }

  selectTask(id: TaskId): void {
    this.#current = { kind: 'task', id };
  }

  selectAction(index: number): void {
    this.#current = { kind: 'action', index };
  }

  selectMark(lane: Lane, { startsMs, endsMs }: Span): void {
    this.#current = { kind: 'mark', lane, span: { startsMs, endsMs } };
  }

  /** In whole milliseconds. The ends may come in either order; a window of no length is none. */
  selectWindow({ startsMs, endsMs }: Span): void {
    const [from, to] = [Math.round(startsMs), Math.round(endsMs)];
    this.#window =
      from === to
        ? undefined
        : { startsMs: ms(Math.min(from, to)), endsMs: ms(Math.max(from, to)) };
  }

  clear(): void {
    if (this.#current.kind !== 'nothing') this.#current = { kind: 'nothing' };
  }

  clearWindow(): void {
    this.#window = undefined;
  }

  /** One step out: of the window first, since it hides things. */
  leave(): void {
    if (this.#window) this.clearWindow();
    else this.clear();
  }
}
