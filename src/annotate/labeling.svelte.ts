/** Labeling as acts at the playhead: hands each label command to cutting, naming or the annotation as
 * a whole, whether it comes by key, by button or from a menu. */

import type { Intent } from '#core/label-set.ts';
import type { Task } from '#core/task.ts';
import { unreachable } from '#core/unreachable.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { isAmong, type LabelCommandId } from '#keys/commands.ts';
import { cutCommands } from '#keys/cut-commands.ts';
import { nameCommands } from '#keys/name-commands.ts';
import type { WorkCommandId } from '#keys/work-commands.ts';
import { Naming } from '#naming/naming.svelte.ts';
import { Cutting, type CuttingOptions } from './cutting.svelte.ts';

interface LabelingOptions extends CuttingOptions {
  readonly intents: readonly Intent[];
  readonly submit: () => void;
  readonly nextSession: () => void;
}

export class Labeling {
  readonly draft: AnnotationDraft;
  readonly cutting: Cutting;
  readonly naming: Naming;
  readonly #on: LabelingOptions;

  constructor(options: LabelingOptions) {
    const { draft, intents, selection } = options;
    this.#on = options;
    this.draft = draft;
    this.cutting = new Cutting(options);
    this.naming = new Naming({
      draft,
      intents,
      task: () => this.task,
      select: (id) => selection.selectTask(id),
      orTell: (outcome) => this.cutting.orTell(outcome),
    });
  }

  /** The chosen task. */
  get task(): Task | undefined {
    return this.cutting.task;
  }

  run(id: LabelCommandId, chord: string): void {
    if (isAmong(cutCommands, id)) return this.cutting.run(id);
    if (isAmong(nameCommands, id)) return this.naming.run(id, chord);
    this.#work(id);
  }

  #work(id: WorkCommandId): void {
    switch (id) {
      case 'undo':
        return this.cutting.choose(this.draft.undo());
      case 'redo':
        return this.cutting.choose(this.draft.redo());
      case 'submit':
        return this.#on.submit();
      case 'next session':
        return this.#on.nextSession();
      default:
        return unreachable(id);
    }
  }
}
