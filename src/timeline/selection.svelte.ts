/** What is chosen in the session workspace, and the window of time its panels are narrowed to;
 * timeline and panels read the same. A task that is worked on stays chosen while marks are looked at. */

import type { TaskId } from '#core/ids.ts';
import { ms, type Span } from '#core/time.ts';
import type { Lane } from './lane-marks.ts';

export type SelectedMark =
  | { readonly kind: 'nothing' }
  /** `index` into the track's actions. */
  | { readonly kind: 'action'; readonly index: number }
  /** Another mark of the timeline, by where it stands. */
  | { readonly kind: 'mark'; readonly lane: Lane; readonly span: Span };

export class Selection {
  #taskId = $state.raw<TaskId | undefined>(undefined);
  #mark = $state.raw<SelectedMark>({ kind: 'nothing' });
  #window = $state.raw<Span | undefined>(undefined);

  get taskId(): TaskId | undefined {
    return this.#taskId;
  }

  /** The action or other mark of the lanes. */
  get mark(): SelectedMark {
    return this.#mark;
  }

  get actionIndex(): number | undefined {
    return this.#mark.kind === 'action' ? this.#mark.index : undefined;
  }

  /** Stays while things in it are chosen. */
  get window(): Span | undefined {
    return this.#window;
  }

  selectTask(id: TaskId): void {
    this.#taskId = id;
  }

  clearTask(): void {
    this.#taskId = undefined;
  }

  selectAction(index: number): void {
    this.#mark = { kind: 'action', index };
  }

  selectMark(lane: Lane, { startsMs, endsMs }: Span): void {
    this.#mark = { kind: 'mark', lane, span: { startsMs, endsMs } };
  }

  clearMark(): void {
    if (this.#mark.kind !== 'nothing') this.#mark = { kind: 'nothing' };
  }

  /** In whole milliseconds. The ends may come in either order; a window of no length is none. */
  selectWindow({ startsMs, endsMs }: Span): void {
    const [from, to] = [Math.round(startsMs), Math.round(endsMs)];
    this.#window =
      from === to
        ? undefined
        : { startsMs: ms(Math.min(from, to)), endsMs: ms(Math.max(from, to)) };
  }

  clearWindow(): void {
    this.#window = undefined;
  }

  /** One step out: of the window first, since it hides things; of the task last. */
  leave(): void {
    if (this.#window) this.clearWindow();
    else if (this.#mark.kind !== 'nothing') this.clearMark();
    else this.clearTask();
  }
}
