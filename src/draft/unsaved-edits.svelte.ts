/** The queue of edits on their way to the server. A batch that was sent without an answer is sent
 * again as it was, so that it is never stored twice and never takes later edits along. */

import { noContent, type Content } from '#core/content.ts';
import { applyEdit, type Edit } from '#core/edit.ts';
import type { EpochMs } from '#core/time.ts';
import { Autosave, type Timers } from './autosave.ts';
import { mergeEdits } from './edit-history.ts';
import type { OpenedWork } from './kept-work.ts';
import { troubleOf, type SaveEdits, type SaveState } from './save-state.ts';

export interface SaveWiring {
  readonly save: SaveEdits;
  readonly timers: Timers;
  readonly now: () => EpochMs;
}

export class UnsavedEdits {
  readonly #wiring: SaveWiring;
  readonly #changed: () => void;
  readonly #autosave: Autosave;
  #from = $state.raw(0);
  #base: Content = noContent;
  #queue = $state.raw<readonly Edit[]>([]);
  #sending = 0;
  #state = $state.raw<SaveState>({ kind: 'waiting' });

  /** `changed` is called whenever what must survive a crash has changed. */
  constructor(work: OpenedWork, savedAt: EpochMs, wiring: SaveWiring, changed: () => void) {
    this.#wiring = wiring;
    this.#changed = changed;
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

  get queue(): readonly Edit[] {
    return this.#queue;
  }

  get sending(): number {
    return this.#sending;
  }

  /** Begins anew from what is stored and what is not. */
  restart(work: OpenedWork, savedAt: EpochMs): void {
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

  /** `continues` says that it belongs to the same gesture as the edit before it. */
  add(edit: Edit, continues: boolean): void {
    const last = this.#queue.at(-1);
    const merged =
      continues && last !== undefined && this.#queue.length > this.#sending
        ? mergeEdits(last, edit)
        : undefined;
    this.#queue = merged ? [...this.#queue.slice(0, -1), merged] : [...this.#queue, edit];
    this.#schedule();
  }

  async flush(): Promise<void> {
    await this.#autosave.now();
    if (this.#queue.length > 0 && this.#state.kind === 'waiting') await this.#autosave.now();
  }

  stop(): void {
    this.#autosave.stop();
  }

  #schedule(): void {
    this.#changed();
    if (this.#state.kind === 'conflict') return;
    if (this.#state.kind !== 'offline' && this.#state.kind !== 'saving')
      this.#state = { kind: 'waiting' };
    this.#autosave.soon();
  }

  async #sendAll(): Promise<'done' | 'retry'> {
    while (this.#queue.length > 0 && this.#state.kind !== 'conflict') {
      if (this.#sending === 0) this.#sending = this.#queue.length;
      const batch = this.#queue.slice(0, this.#sending);
      if (this.#state.kind !== 'offline') this.#state = { kind: 'saving' };
      this.#changed();
      try {
        const content = batch.reduce(applyEdit, this.#base);
        const { edits } = await this.#wiring.save(this.#from, batch, content);
        this.#base = content;
        this.#from = edits;
        this.#queue = this.#queue.slice(batch.length);
        this.#sending = 0;
        this.#state = { kind: 'saved', at: this.#wiring.now() };
        this.#changed();
      } catch (cause) {
        const { state, refused } = troubleOf(cause);
        if (refused) this.#sending = 0;
        this.#state = state;
        this.#changed();
        return state.kind === 'offline' ? 'retry' : 'done';
      }
    }
    return 'done';
  }
}
