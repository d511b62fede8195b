/** Asking a model of the user's own: nothing is sent before the person has seen all of it and said so,
 * anew for each session. */

import type { OutcomeOf } from '#core/outcome-of.ts';
import type { Suggestion } from '#core/suggestion.ts';
import type { ModelQuestion } from '#suggest/ask-model.ts';

export interface ModelOptions {
  /** Where it is asked; absent where none is set up. */
  readonly address: string | undefined;
  /** What would be sent; undefined while the session is being read. */
  readonly question: () => ModelQuestion | undefined;
  /** Sends exactly this; throws where it could not. */
  readonly send: (question: string) => Promise<unknown>;
  readonly read: (answer: unknown) => OutcomeOf<readonly Suggestion[]>;
  readonly sentenceOf: (error: unknown) => string;
  readonly tell: (sentence: string) => void;
}

type State =
  | { readonly kind: 'resting' }
  /** Shown to the person: the very text that is sent if they agree. */
  | { readonly kind: 'showing'; readonly text: string; readonly sentence?: string }
  | { readonly kind: 'sending'; readonly text: string };

const hostOf = (address: string) => /^\w+:\/\/([^/?#]*)/.exec(address)?.[1] ?? '';

export class ModelSuggestions {
  readonly #on: ModelOptions;
  #state = $state.raw<State>({ kind: 'resting' });
  #found = $state.raw<readonly Suggestion[]>([]);

  constructor(options: ModelOptions) {
    this.#on = options;
  }

  get state(): State {
    return this.#state;
  }

  /** What it suggested last. */
  get found(): readonly Suggestion[] {
    return this.#found;
  }

  get isSetUp(): boolean {
    return this.#on.address !== undefined;
  }

  /** The host it is sent to. */
  get host(): string {
    return hostOf(this.#on.address ?? '');
  }

  /** Shows what would be sent; sends nothing. */
  show(): void {
    const { tell, question } = this.#on;
    if (!this.isSetUp)
      return tell(
        'No model is set up. Whoever runs this workbench can: tasktape start --suggester.',
      );
    const asked = question();
    if (asked === undefined) return tell('The session is still being read. Try again in a moment.');
    this.#state = { kind: 'showing', text: JSON.stringify(asked, undefined, 2) };
  }

  leave(): void {
    if (this.#state.kind === 'showing') this.#state = { kind: 'resting' };
  }

  /** Sends what is shown, and nothing else. */
  async send(): Promise<void> {
    if (this.#state.kind !== 'showing') return;
    const { text } = this.#state;
    const { send, read, sentenceOf, tell } = this.#on;
    this.#state = { kind: 'sending', text };
    try {
      const answer = read(await send(text));
      if (!answer.ok) {
        const { path, sentence } = answer.problems[0]!;
        const more = answer.problems.length - 1;
        const rest = more > 0 ? ` ${more} more of its tasks are wrong.` : '';
        return this.#fail(text, `The model’s answer can’t be used: ${path}: ${sentence}${rest}`);
      }
      this.#found = answer.value;
      this.#state = { kind: 'resting' };
      const { length } = answer.value;
      tell(length === 1 ? 'The model suggests 1 task.' : `The model suggests ${length} tasks.`);
    } catch (error) {
      this.#fail(text, sentenceOf(error));
    }
  }

  #fail(text: string, sentence: string): void {
    this.#state = { kind: 'showing', text, sentence };
  }
}
