/** Labels that were published after a draft was begun: asked for once it is open, offered until the
 * person moves the draft to them or says not now. */

import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { failureOf } from '#data/failure.ts';
import { moveToLabels, newerLabels, type NewerLabels } from '#data/newer-labels.ts';
import type { Supabase } from '#data/supabase.ts';

export interface NewerLabelsOptions {
  readonly client: Supabase;
  readonly draft: AnnotationDraft;
  /** The window that edits it. */
  readonly window: string;
  /** Opens the annotation anew, under the labels it has then. */
  readonly reopen: () => void;
}

export class NewerLabelsOffer {
  readonly #on: NewerLabelsOptions;
  #offer = $state.raw<NewerLabels | undefined>();
  #busy = $state(false);
  #error = $state.raw<string | undefined>();

  constructor(options: NewerLabelsOptions) {
    this.#on = options;
    const { annotation } = options.draft;
    if (annotation.revision === 0) void this.#ask();
  }

  get offer(): NewerLabels | undefined {
    return this.#on.draft.annotation.revision === 0 ? this.#offer : undefined;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get error(): string | undefined {
    return this.#error;
  }

  dismiss(): void {
    this.#offer = undefined;
  }

  async move(): Promise<void> {
    const { client, draft, window, reopen } = this.#on;
    if (this.#busy || this.#offer === undefined) return;
    this.#busy = true;
    this.#error = undefined;
    try {
      await draft.flush();
      if (draft.saving.count > 0) {
        this.#error = 'Not everything is saved yet. Try again when it is.';
        return;
      }
      await moveToLabels(client, draft.annotation.id, draft.stored, this.#offer.id, window);
      reopen();
    } catch (error) {
      this.#error = failureOf(error).message;
    } finally {
      this.#busy = false;
    }
  }

  /** Where it can't be asked, nothing is offered: the draft is as good under the labels it has. */
  async #ask(): Promise<void> {
    const { client, draft } = this.#on;
    this.#offer = await newerLabels(client, draft.annotation.id).catch(() => undefined);
  }
}
