/** Naming the chosen task: carries out the commands that say what it is, leads from field to field and
 * from task to task, and knows which field shall have the keyboard. */

import type { Action } from '#core/action.ts';
import type { IntentId, TaskId } from '#core/ids.ts';
import type { Intent, RequiredField } from '#core/label-set.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import { outcomes, taskFlags, type Outcome, type Task, type TaskFlag } from '#core/task.ts';
import { unreachable } from '#core/unreachable.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import type { NameCommandId } from '#keys/name-commands.ts';
import { ActionNaming } from './action-naming.svelte.ts';
import { draftInstructions } from './draft-instructions.ts';
import { readIntents, type IntentTree } from './intent-tree.ts';
import { askedOf, lackingOf, nextLacking, type Asked } from './lacking.ts';
import { RecentIntents } from './recent-intents.svelte.ts';

export type TaskField = 'instruction' | 'intent' | 'outcome' | 'notes' | 'flags';

/** A field that shall have the keyboard as soon as it is on screen. */
export interface WantedField {
  readonly taskId: TaskId;
  readonly field: TaskField;
}

export interface NamingOptions {
  readonly draft: AnnotationDraft;
  readonly intents: readonly Intent[];
  /** What the label set asks of a task. */
  readonly required?: readonly RequiredField[];
  readonly actions: () => readonly Action[];
  /** The chosen task. */
  readonly task: () => Task | undefined;
  /** The chosen action. */
  readonly action: () => Action | undefined;
  readonly select: (id: TaskId) => void;
  /** Shows a task from its start. */
  readonly goTo: (task: Task) => void;
  readonly showActions: () => void;
  /** Tells why an act was refused. */
  readonly orTell: <T>(outcome: OutcomeOf<T>) => T | undefined;
  readonly tell: (sentence: string) => void;
}

const fieldsInOrder: readonly TaskField[] = ['instruction', 'intent', 'outcome', 'notes'];

export class Naming {
  readonly tree: IntentTree;
  readonly recent: RecentIntents;
  readonly ofAction: ActionNaming;
  readonly asked: Asked;
  readonly #on: NamingOptions;
  #wanted = $state.raw<WantedField | undefined>();
  #walking = false;
  readonly #span = $derived.by(() => this.#spanToDraft());
  readonly #drafts: readonly string[] = $derived.by(() => this.#draft());

  constructor(options: NamingOptions) {
    const { draft, actions, action, orTell, showActions } = options;
    this.#on = options;
    this.asked = askedOf(options.intents, options.required);
    this.tree = readIntents(options.intents);
    this.recent = new RecentIntents(this.tree);
    this.ofAction = new ActionNaming({ draft, actions, chosen: action, show: showActions, orTell });
  }

  get wanted(): WantedField | undefined {
    return this.#wanted;
  }

  /** What the instruction of the chosen task may be, as long as nothing is written there. */
  get drafts(): readonly string[] {
    return this.#drafts;
  }

  run(id: NameCommandId, chord: string): void {
    this.#walking = false;
    switch (id) {
      case 'instruction':
        return this.focus('instruction');
      case 'name next':
        return void this.#toNext();
      case 'find intent':
        return this.focus('intent');
      case 'notes':
        return this.focus('notes');
      case 'intent': {
        const placed = this.tree.byDigit.get(chord);
        return placed && this.setIntent(placed.intent.id);
      }
      case 'outcome': {
        const outcome = outcomeOf(chord);
        return outcome && this.setOutcome(outcome);
      }
      case 'flag': {
        const flag = flagOf(chord);
        return flag && this.toggleFlag(flag);
      }
      case 'wrong':
      case 'redundant':
      case 'milestone':
        return this.ofAction.toggle(id);
      case 'correct action':
        return this.ofAction.correct();
      default:
        return unreachable(id);
    }
  }

  /** What a key of a series stands for. */
  nameOf(id: string, chord: string): string | undefined {
    if (id === 'intent') return this.tree.byDigit.get(chord)?.intent.title;
    if (id === 'outcome') return outcomeOf(chord);
    return id === 'flag' ? flagOf(chord) : undefined;
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

  /** A field was filled or passed over: on to what the task lacks after it, then to the next task that
   * lacks anything. False where the keyboard goes back to the page. */
  goOn(from: TaskField): boolean {
    const task = this.#on.task();
    if (!task) return false;
    this.#walking = true;
    const after = fieldsInOrder.slice(fieldsInOrder.indexOf(from) + 1);
    const field = lackingOf(task, this.asked).find((each) => after.includes(each));
    if (!field) return this.#toNext();
    this.focus(field);
    return true;
  }

  /** After a choice: on, where fields are being gone through; else back to the page. */
  chose(from: TaskField): boolean {
    return this.#walking && this.goOn(from);
  }

  /** The keyboard was taken back to the page. */
  left(): void {
    this.#walking = false;
  }

  setIntent(intentId: IntentId): void {
    this.#change({ intentId });
    this.recent.note(intentId);
  }

  /** Takes the outcome back where it is already that one. */
  setOutcome(outcome: Outcome): void {
    const isSet = this.#on.task()?.outcome === outcome;
    this.#change({ outcome: isSet ? undefined : outcome });
  }

  toggleFlag(flag: TaskFlag): void {
    const flags = this.#on.task()?.flags ?? [];
    const next = taskFlags.filter((each) => flags.includes(each) !== (each === flag));
    this.#change({ flags: next });
  }

  #change(change: Parameters<AnnotationDraft['changeTask']>[1]): void {
    const task = this.#on.task();
    if (task) this.#on.orTell(this.#on.draft.changeTask(task.id, change));
  }

  #toNext(): boolean {
    const { tasks } = this.#on.draft;
    const from = this.#on.task();
    const next = nextLacking(tasks, this.asked, from);
    const [field] = next ? lackingOf(next, this.asked) : [];
    if (!next || !field) {
      this.#walking = false;
      if (tasks.length > 0) this.#on.tell('Every task is named.');
      return false;
    }
    this.#walking = true;
    if (next.id !== from?.id) this.#on.goTo(next);
    this.focus(field, next.id);
    return true;
  }

  /** As text, so that drafts are made anew only where they may come out otherwise. */
  #spanToDraft(): string | undefined {
    const task = this.#on.task();
    return task && task.instruction.trim() === '' ? `${task.startsMs} ${task.endsMs}` : undefined;
  }

  #draft(): readonly string[] {
    if (this.#span === undefined) return [];
    const [startsMs, endsMs] = this.#span.split(' ').map(Number);
    return draftInstructions(this.#on.actions(), { startsMs, endsMs } as Task);
  }
}

/** Shift with 1 to 4, and the flags right after. */
const outcomeOf = (chord: string) => outcomes[Number(chord.at(-1)) - 1];
const flagOf = (chord: string) => taskFlags[Number(chord.at(-1)) - 1 - outcomes.length];
