/** Saying something of single actions: marks, corrections, an intent. Keys mean the chosen one. */

import { actionKey, type ActionLabel } from '#core/action-label.ts';
import type { Action } from '#core/action.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import {
  changeLabel,
  dropLabels,
  toggleMark,
  type ActionMark,
  type LabelChange,
} from '#draft/action-label-edits.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { byAction, lostLabels } from './action-labels.ts';

export interface ActionNamingOptions {
  readonly draft: AnnotationDraft;
  readonly actions: () => readonly Action[];
  readonly chosen: () => Action | undefined;
  /** Brings the list of actions to the screen. */
  readonly show: () => void;
  readonly orTell: <T>(outcome: OutcomeOf<T>) => T | undefined;
}

export class ActionNaming {
  readonly #on: ActionNamingOptions;
  #corrected = $state.raw<string | undefined>();
  readonly #labels: ReadonlyMap<string, ActionLabel> = $derived.by(() =>
    byAction(this.#on.draft.content.actionLabels),
  );
  readonly #lost: readonly ActionLabel[] = $derived.by(() =>
    lostLabels(this.#on.draft.content.actionLabels, this.#on.actions()),
  );

  constructor(options: ActionNamingOptions) {
    this.#on = options;
  }

  get editable(): boolean {
    return this.#on.draft.editable;
  }

  get chosen(): Action | undefined {
    return this.#on.chosen();
  }

  labelOf(action: Action): ActionLabel | undefined {
    return this.#labels.size === 0 ? undefined : this.#labels.get(actionKey(action));
  }

  /** Labels of actions that the recording is not found to hold any more. They are kept. */
  get lost(): readonly ActionLabel[] {
    return this.#lost;
  }

  /** Whether the fields for corrections of this action are open. */
  isCorrecting(action: Action): boolean {
    return this.#corrected === actionKey(action);
  }

  toggle(mark: ActionMark): void {
    const { chosen } = this;
    if (!chosen) return;
    this.#on.show();
    this.#on.orTell(this.#on.draft.act((ground) => toggleMark(ground, actionKey(chosen), mark)));
  }

  change(action: Action, change: LabelChange): void {
    this.#on.orTell(this.#on.draft.act((ground) => changeLabel(ground, actionKey(action), change)));
  }

  /** Opens the fields for corrections of the chosen action. */
  correct(): void {
    const { chosen } = this;
    if (!chosen) return;
    this.#on.show();
    this.#corrected = actionKey(chosen);
  }

  corrected(): void {
    this.#corrected = undefined;
  }

  dropLost(): void {
    const lost = this.#lost.map(({ action }) => action);
    this.#on.orTell(this.#on.draft.act((ground) => dropLabels(ground, lost)));
  }
}
