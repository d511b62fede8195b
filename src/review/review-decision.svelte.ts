/** A reviewer making up their mind on one revision: what is chosen, why, and whether it was sent. */

import type { Annotation } from '#core/annotation.ts';
import type { Decision } from '#core/review.ts';

export type DecisionState =
  | { readonly kind: 'open' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Stores the decision and answers the annotation as it then stands. */
export type SendDecision = (decision: Decision, comment: string) => Promise<Annotation>;

export class ReviewDecision {
  readonly #send: SendDecision;
  #annotation = $state.raw() as Annotation;
  #state = $state.raw<DecisionState>({ kind: 'open' });
  #choice = $state.raw<Decision | undefined>();
  #comment = $state.raw('');
  #commentMissed = $state.raw(false);

  constructor(annotation: Annotation, send: SendDecision) {
    this.#annotation = annotation;
    this.#send = send;
  }

  get annotation(): Annotation {
    return this.#annotation;
  }

  get state(): DecisionState {
    return this.#state;
  }

  get choice(): Decision | undefined {
    return this.#choice;
  }

  get comment(): string {
    return this.#comment;
  }

  /** Only what was submitted and not yet decided. */
  get open(): boolean {
    return this.#annotation.status === 'submitted';
  }

  /** What is wrong with the comment, once sending was tried. */
  get commentProblem(): string | undefined {
    return this.#commentMissed && this.#needsComment
      ? 'Say why: the annotator needs a comment to act on.'
      : undefined;
  }

  choose(decision: Decision): void {
    if (!this.open || this.#state.kind === 'sending') return;
    this.#choice = decision;
    this.#commentMissed = false;
    this.#state = { kind: 'open' };
  }

  write(comment: string): void {
    this.#comment = comment;
  }

  /** False when it can't be sent as it stands. */
  async send(): Promise<boolean> {
    const decision = this.#choice;
    if (decision === undefined || !this.open || this.#state.kind === 'sending') return false;
    if (this.#needsComment) {
      this.#commentMissed = true;
      return false;
    }
    this.#state = { kind: 'sending' };
    try {
      this.#annotation = await this.#send(decision, this.#comment.trim());
      this.#state = { kind: 'decided', decision };
      return true;
    } catch (cause) {
      const sentence = cause instanceof Error ? cause.message : String(cause);
      this.#state = { kind: 'failed', sentence };
      return false;
    }
  }

  get #needsComment(): boolean {
    return this.#choice !== 'approve' && this.#comment.trim() === '';
  }
}
