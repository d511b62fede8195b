/** Naming the chosen task: carries out the commands that say what it is, and knows which field shall
 * have the keyboard. */

import type { IntentId, TaskId } from '#core/ids.ts';
import type { Intent } from '#core/label-set.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import { outcomes, type Outcome, type Task } from '#core/task.ts';
import { unreachable } from '#core/unreachable.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import type { NameCommandId } from '#keys/name-commands.ts';
import { numberedIntents } from './intent-options.ts';

export type TaskField = 'instruction' | 'intent' | 'outcome' | 'notes';

/** A field that shall have the keyboard as soon as it is on screen. */
export interface WantedField {
  readonly taskId: TaskId;
  readonly field: TaskField;
}

export interface NamingOptions {
  readonly draft: AnnotationDraft;
  readonly intents: readonly Intent[];
  /** The chosen task. */
  readonly task: () => Task | undefined;
  readonly select: (id: TaskId) => void;
  /** Tells why an act was refused. */
  readonly orTell: <T>(outcome: OutcomeOf<T>) => T | undefined;
}

export class Naming {
  readonly #on: NamingOptions;
  #wanted = $state.raw<WantedField | undefined>();

  constructor(options: NamingOptions) {
    this.#on = options;
  }

  get wanted(): WantedField | undefined {
    return this.#wanted;
  }

  run(id: NameCommandId, chord: string): void {
    switch (id) {
      case 'instruction':
        return this.focus('instruction');
      case 'find intent':
        return this.focus('intent');
      case 'notes':
        return this.focus('notes');
      case 'intent': {
        const intent = numberedIntents(this.#on.intents)[Number(chord) - 1];
        return intent && this.setIntent(intent.id);
      }
      case 'outcome': {
        const outcome = outcomes[Number(chord.at(-1)) - 1];
        return outcome && this.setOutcome(outcome);
      }
      default:
        return unreachable(id);
    }
  }

  /** Chooses a task and, with it, the field that is asked for. */
  focus(field: TaskField, id: TaskId | undefined = this.#on.task()?.id): void {
    if (id === undefined) return;
    this.#on.select(id);
    this.#wanted = { taskId: id, field };
  }

  focused(): void {
    this.#wanted = undefined;
  }

  setIntent(intentId: IntentId): void {
    const task = this.#on.task();
    if (task) this.#on.orTell(this.#on.draft.changeTask(task.id, { intentId }));
  }

  /** Takes the outcome back where it is already that one. */
  setOutcome(outcome: Outcome): void {
    const task = this.#on.task();
    if (!task) return;
    const next = task.outcome === outcome ? undefined : outcome;
    this.#on.orTell(this.#on.draft.changeTask(task.id, { outcome: next }));
  }
}
