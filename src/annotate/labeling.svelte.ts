/** Labeling as acts at the playhead: hands each label command to cutting, naming or the annotation as
 * a whole, whether it comes by key, by button or from a menu. */

import type { Action } from '#core/action.ts';
import type { Intent, RequiredField } from '#core/label-set.ts';
import type { Suggestion } from '#core/suggestion.ts';
import type { Task } from '#core/task.ts';
import { unreachable } from '#core/unreachable.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { isAmong, type LabelCommandId } from '#keys/commands.ts';
import { cutCommands } from '#keys/cut-commands.ts';
import { nameCommands } from '#keys/name-commands.ts';
import { suggestCommands } from '#keys/suggest-commands.ts';
import type { WorkCommandId } from '#keys/work-commands.ts';
import { Naming } from '#naming/naming.svelte.ts';
import { Cutting, type CuttingOptions } from './cutting.svelte.ts';
import type { Dismissals } from './dismissals.ts';
import { Suggestions } from './suggestions.svelte.ts';

interface LabelingOptions extends CuttingOptions {
  readonly intents: readonly Intent[];
  /** What the label set asks of a task. */
  readonly required?: readonly RequiredField[];
  /** None while they are not known. */
  readonly actions: () => readonly Action[];
  readonly showActions: () => void;
  /** What is suggested for this session; nothing while it is being read. */
  readonly suggested?: () => readonly Suggestion[];
  readonly dismissals?: Dismissals;
  readonly askModel?: () => void;
  readonly history: () => void;
  readonly submit: () => void;
  readonly nextSession: () => void;
  readonly decline: () => void;
  readonly takeOver: () => void;
  readonly labelAgain: () => void;
  readonly resolve: (keep: 'mine' | 'theirs' | 'both') => void;
  readonly moveLabels: () => void;
}

export class Labeling {
  readonly draft: AnnotationDraft;
  readonly cutting: Cutting;
  readonly naming: Naming;
  readonly suggestions: Suggestions;
  readonly #on: LabelingOptions;

  constructor(options: LabelingOptions) {
    const { draft, intents, required, actions, showActions, selection, playhead } = options;
    this.#on = options;
    this.draft = draft;
    this.cutting = new Cutting(options);
    this.naming = new Naming({
      draft,
      intents,
      ...(required && { required }),
      actions,
      task: () => this.task,
      action: () => actions()[selection.actionIndex ?? -1],
      select: (id) => selection.selectTask(id),
      goTo: (task) => playhead.seek(task.startsMs),
      showActions,
      orTell: (outcome) => this.cutting.orTell(outcome),
      tell: options.tell,
    });
    this.suggestions = new Suggestions({
      draft,
      playhead,
      intents,
      found: options.suggested ?? (() => []),
      dismissals: options.dismissals ?? { read: () => [], write: () => {} },
      askModel: options.askModel ?? (() => {}),
      mark: this.cutting,
      task: () => this.task,
      choose: (id) => this.cutting.choose(id),
      orTell: (outcome) => this.cutting.orTell(outcome),
      tell: options.tell,
    });
  }

  /** The chosen task. */
  get task(): Task | undefined {
    return this.cutting.task;
  }

  run(id: LabelCommandId, chord: string): void {
    if (isAmong(cutCommands, id)) return this.cutting.run(id, chord);
    if (isAmong(suggestCommands, id)) return this.suggestions.run(id);
    if (isAmong(nameCommands, id)) return this.naming.run(id, chord);
    this.#work(id);
  }

  #work(id: WorkCommandId): void {
    switch (id) {
      case 'undo':
        return this.cutting.choose(this.draft.undo());
      case 'redo':
        return this.cutting.choose(this.draft.redo());
      case 'history':
        return this.#on.history();
      case 'submit':
        return this.#on.submit();
      case 'next session':
      case 'next from here':
        return this.#on.nextSession();
      case 'decline':
        return this.#on.decline();
      case 'take over':
        return this.#on.takeOver();
      case 'label again':
        return this.#on.labelAgain();
      case 'keep both':
        return this.#on.resolve('both');
      case 'keep mine':
        return this.#on.resolve('mine');
      case 'keep theirs':
        return this.#on.resolve('theirs');
      case 'move labels':
        return this.#on.moveLabels();
      default:
        return unreachable(id);
    }
  }
}
