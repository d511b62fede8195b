/** The queue of edits on their way to the server. A batch that was sent without an answer is sent
 * again as it was, so that it is never stored twice and never takes later edits along. */

import { noContent, type Content } from '#core/content.ts';
import { applyEdit } from '#core/edit.ts';
import { mergeEdits } from '#core/merge-edits.ts';
import type { EpochMs } from '#core/time.ts';
import { Autosave, type Timers } from './autosave.ts';
import { entryOf, type Change } from './change.ts';
import type { OpenedWork } from './kept-work.ts';
import { troubleOf, type SaveEdits, type SaveState } from './save-state.ts';

export interface SaveWiring {
  readonly save: SaveEdits;
  readonly timers: Timers;
  readonly now: () => EpochMs;
}

interface Listening {
  /** Called whenever what must survive a crash has changed. */
  readonly changed: () => void;
  /** Called when the server refused, because of what another window did. */
  readonly refused: (state: 'conflict' | 'held') => void;
}

export class UnsavedEdits {
  readonly #wiring: SaveWiring;
  readonly #on: Listening;
  readonly #autosave: Autosave;
  #from = $state.raw(0);
  #base: Content = noContent;
  #queue = $state.raw<readonly Change[]>([]);
  #sending = 0;
  /** Counts restarts: the answer to what was sent before one means nothing any more. */
  #round = 0;
  #state = $state.raw<SaveState>({ kind: 'waiting' });

  constructor(work: OpenedWork, savedAt: EpochMs, wiring: SaveWiring, on: Listening) {
    this.#wiring = wiring;
    this.#on = on;
    this.#autosave = new Autosave(() => this.#sendAll(), wiring.timers);
    this.restart(work, savedAt);
  }

  get state(): SaveState {
    return this.#state;
  }

  get count(): number {
    return this.#queue.length;
  }

  /** How many edits are known to be stored. */
  get from(): number {
    return this.#from;
  }

  get queue(): readonly Change[] {
    return this.#queue;
  }

  get sending(): number {
    return this.#sending;
  }

  /** What is said after the edits that are known to be stored. */
  get base(): Content {
    return this.#base;
  }

  /** Begins anew from what is stored and what is not. */
  restart(work: OpenedWork, savedAt: EpochMs): void {
    this.#round += 1;
    this.#from = work.from;
    this.#base = work.base;
    this.#queue = work.unsaved;
    this.#sending = work.sending;
    this.#state = work.from === 0 ? { kind: 'untouched' } : { kind: 'saved', at: savedAt };
    if (work.conflict) this.#state = { kind: 'conflict' };
    if (work.unsaved.length === 0 || work.conflict) return;
    this.#state = { kind: 'waiting' };
    this.#autosave.soon();
  }

  /** Answers the change as it is queued. `continues` says that it belongs to the same gesture as the
   * one before it, which it then goes into where that was not sent yet. */
  add(change: Change, continues: boolean): Change {
    const last = this.#queue.at(-1);
    const effect =
      continues && last !== undefined && this.#queue.length > this.#sending
        ? mergeEdits(last.effect, change.effect)
        : undefined;
    const queued =
      effect && last
        ? { entry: { ...effect, ...flagOf(last), at: change.entry.at }, effect }
        : change;
    this.#queue = [...(effect ? this.#queue.slice(0, -1) : this.#queue), queued];
    this.#schedule();
    return queued;
  }

  /** Another window has the pen: nothing is sent until this one has it again. */
  hold(): void {
    if (this.#state.kind !== 'conflict' && this.#queue.length > 0) this.#state = { kind: 'held' };
  }

  /** The pen is here again, and nothing else was saved meanwhile. */
  release(): void {
    if (this.#state.kind !== 'held') return;
    this.#state = { kind: 'waiting' };
    this.#autosave.soon();
  }

  async flush(): Promise<void> {
    await this.#autosave.now();
    if (this.#queue.length > 0 && this.#state.kind === 'waiting') await this.#autosave.now();
  }

  stop(): void {
    this.#autosave.stop();
  }

  get #stopped(): boolean {
    return this.#state.kind === 'conflict' || this.#state.kind === 'held';
  }

  #schedule(): void {
    this.#on.changed();
    if (this.#stopped) return;
    if (this.#state.kind !== 'offline' && this.#state.kind !== 'saving')
      this.#state = { kind: 'waiting' };
    this.#autosave.soon();
  }

  async #sendAll(): Promise<'done' | 'retry'> {
    while (this.#queue.length > 0 && !this.#stopped) {
      const round = this.#round;
      if (this.#sending === 0) this.#sending = this.#queue.length;
      const batch = this.#queue.slice(0, this.#sending);
      if (this.#state.kind !== 'offline') this.#state = { kind: 'saving' };
      this.#on.changed();
      try {
        const content = batch.map(({ effect }) => effect).reduce(applyEdit, this.#base);
        await this.#wiring.save(this.#from, batch.map(entryOf), content);
        if (round !== this.#round) continue;
        this.#base = content;
        this.#from += batch.length;
        this.#queue = this.#queue.slice(batch.length);
        this.#sending = 0;
        this.#state = { kind: 'saved', at: this.#wiring.now() };
        this.#on.changed();
      } catch (cause) {
        if (round !== this.#round) continue;
        const { state, refused } = troubleOf(cause);
        if (refused) this.#sending = 0;
        this.#state = state;
        this.#on.changed();
        if (state.kind === 'conflict' || state.kind === 'held') this.#on.refused(state.kind);
        return state.kind === 'offline' ? 'retry' : 'done';
      }
    }
    return 'done';
  }
}

const flagOf = ({ entry }: Change): { continues?: true } =>
  'continues' in entry && entry.continues ? { continues: true } : {};
