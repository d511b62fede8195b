/** Handing an annotation in: what is still missing, the sending, and what came of it. */

import type { Annotation } from '#core/annotation.ts';
import type { Problem } from '#core/outcome-of.ts';
import { checkSubmittable, type Asking } from '#core/check-tasks.ts';
import type { AnnotationDraft } from './annotation-draft.svelte.ts';
import { troubleOf } from './save-state.ts';

export type SubmitState =
  | { readonly kind: 'open' }
  /** Something is missing; the list goes on telling until nothing is. */
  | { readonly kind: 'lacking' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'submitted'; readonly revision: number }
  | { readonly kind: 'failed'; readonly sentence: string };

export class Submitting {
  readonly #draft: AnnotationDraft;
  readonly #send: (edits: number) => Promise<Annotation>;
  readonly #asking: Asking | undefined;
  #state = $state.raw<SubmitState>({ kind: 'open' });
  #untold = $state(false);
  readonly #problems = $derived.by(() => this.#lacking());

  constructor(
    draft: AnnotationDraft,
    send: (edits: number) => Promise<Annotation>,
    asking?: Asking,
  ) {
    this.#draft = draft;
    this.#send = send;
    this.#asking = asking;
  }

  get state(): SubmitState {
    return this.#state;
  }

  /** What is still missing, told once submitting was tried. */
  get problems(): readonly Problem[] {
    return this.#state.kind === 'lacking' ? this.#problems : [];
  }

  /** Submitting was just tried, and what is missing not turned to yet. */
  get untold(): boolean {
    return this.#untold;
  }

  told(): void {
    this.#untold = false;
  }

  async submit(): Promise<void> {
    if (this.#state.kind === 'sending' || !this.#draft.editable) return;
    if (this.#lacking().length > 0) {
      this.#state = { kind: 'lacking' };
      this.#untold = true;
      return;
    }
    this.#state = { kind: 'sending' };
    try {
      const handed = await this.#draft.submit(this.#send);
      this.#state = handed
        ? { kind: 'submitted', revision: this.#draft.annotation.revision }
        : {
            kind: 'failed',
            sentence:
              'Not everything is saved yet, so nothing was submitted. Try again when it is.',
          };
    } catch (cause) {
      const { state } = troubleOf(cause);
      this.#state = {
        kind: 'failed',
        sentence:
          'sentence' in state
            ? state.sentence
            : 'The server can’t be reached. Your work is kept here; submit again when it is back.',
      };
    }
  }

  #lacking(): readonly Problem[] {
    const checked = checkSubmittable(this.#draft.tasks, this.#asking);
    return checked.ok ? [] : checked.problems;
  }
}
