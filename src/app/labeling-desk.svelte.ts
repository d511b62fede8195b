/** Wires one labeling session together: draft, acts, submitting, keys, and where each is stored. */

import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import type { Facts } from '#keys/key-facts.ts';
import { Keyboard } from '#keys/keyboard.svelte.ts';
import { keysOf, ownKeymap } from '#keys/keymap.svelte.ts';
import type { CommandId } from '#keys/screens.ts';
import { playCommands, type PlayCommandId } from '#keys/play-commands.ts';
import { isAmong, labelCommands, type LabelCommandId } from '#keys/commands.ts';
import { dismissalsOf } from '#annotate/dismissals.ts';
import { EditHistory } from '#annotate/edit-history.svelte.ts';
import { Labeling } from '#annotate/labeling.svelte.ts';
import type { ModelSuggestions } from '#annotate/model-suggestions.svelte.ts';
import type { LagMeter } from '#annotate/lag-meter.svelte.ts';
import { leaveField } from '#keys/listen-for-keys.ts';
import { runPlayCommand } from '#annotate/run-play-command.ts';
import type { Pen } from '#draft/pen.svelte.ts';
import { Submitting } from '#draft/submitting.svelte.ts';
import { canEdit, type Annotation } from '#core/annotation.ts';
import type { LabelSet } from '#core/label-set.ts';
import type { Suggestion } from '#core/suggestion.ts';
import { submitAnnotation } from '#data/annotations.ts';
import { readLog } from '#data/edit-log.ts';
import { failureOf } from '#data/failure.ts';
import { keyCaps } from '#ui/key-caps.ts';
import type { Desk } from './desk.ts';
import { openLagMeter } from './open-lag-meter.ts';
import { draftSuggested } from './draft-suggested.ts';
import { openModel } from './open-model.ts';
import type { OpenedLabeling } from './open-labeling.ts';
import { NewerLabelsOffer } from './newer-labels.svelte.ts';
import { openDraft } from './open-draft.ts';
import { readPlace } from './place-keeper.ts';
import { QueueDesk } from './queue-desk.svelte.ts';
import { suggestTasks } from '#suggest/suggest-tasks.ts';
import type { Workspace } from './workspace.svelte.ts';

export class LabelingDesk {
  readonly workspace: Workspace;
  readonly labels: LabelSet;
  readonly draft: AnnotationDraft;
  readonly pen: Pen;
  readonly labeling: Labeling;
  readonly history: EditHistory;
  readonly submitting: Submitting;
  readonly queue: QueueDesk;
  readonly lag: LagMeter;
  readonly keyboard: Keyboard<PlayCommandId | LabelCommandId>;
  readonly model: ModelSuggestions;
  readonly newer: NewerLabelsOffer;
  readonly #desk: Desk;
  readonly #reopen: () => void;
  readonly #suggested = $derived.by(() => this.#suggest());

  /** `reopen` opens the session anew, as it is stored by then. */
  constructor(desk: Desk, opened: OpenedLabeling, reopen: () => void) {
    const { workspace, labels } = opened;
    const { client, toasts, address } = desk;
    const { playhead, selection } = workspace;
    this.#desk = desk;
    this.#reopen = reopen;
    this.workspace = workspace;
    this.labels = labels;
    const { durationMs } = workspace.session;
    const { draft, pen } = openDraft(client, { ...opened, durationMs });
    this.draft = draft;
    this.pen = pen;
    this.submitting = new Submitting(this.draft, (edits) => this.#handIn(edits), labels);
    this.queue = new QueueDesk(desk, opened, { draft: this.draft, submitting: this.submitting });
    this.lag = openLagMeter(desk.person.id);
    this.newer = new NewerLabelsOffer({ client, draft, window: opened.window, reopen });
    this.model = openModel(desk, workspace, this.draft, labels);
    this.labeling = new Labeling({
      draft: this.draft,
      playhead,
      selection,
      intents: labels.intents,
      required: labels.requiredFields,
      actions: () => workspace.track?.actions ?? [],
      showActions: () => workspace.show('actions'),
      track: () => workspace.track,
      lagMs: () => this.lag.lag.lagMs,
      measureLag: () => {
        workspace.show('tasks');
        this.lag.start();
      },
      tell: (sentence, undo) =>
        toasts.show(sentence, undo ? { act: { label: 'Undo', run: undo } } : { tone: 'refusal' }),
      suggested: () => this.#suggested,
      dismissals: dismissalsOf(opened.annotation.id),
      askModel: () => this.#askModel(),
      history: () => this.showHistory(),
      submit: () => this.submit(),
      nextSession: () => void this.queue.next(),
      decline: () => (this.queue.declining = true),
      takeOver: () => void this.takeOver(),
      labelAgain: () => this.labelAgain(),
      resolve: (keep) => this.resolve(keep),
      moveLabels: () => {
        workspace.show('tasks');
        void this.newer.move();
      },
    });
    this.history = new EditHistory({
      draft,
      titleOf: (id) => labels.intents.find((intent) => intent.id === id)?.title,
      window: opened.window,
      read: (before) => readLog(client, draft.annotation.id, before),
      choose: (task) => this.labeling.cutting.choose(task),
    });
    this.keyboard = new Keyboard({
      keymap: ownKeymap,
      commands: [...labelCommands, ...playCommands],
      facts: () => this.#facts,
      run: ({ id, chord }) => this.run(id, chord),
      refused: () => this.#tellReadOnly(),
      nameOf: (id, chord) => this.labeling.naming.nameOf(id, chord),
    });
    workspace.openAt(readPlace(address.search), this.draft.tasks);
  }

  /** Why it is only read here, where it could be edited in some window. */
  get readOnly(): 'elsewhere' | 'given back' | undefined {
    const { isMine, isGivenBack } = this.pen.state;
    if (isMine || !canEdit(this.draft.annotation)) return undefined;
    return isGivenBack ? 'given back' : 'elsewhere';
  }

  get #facts(): Facts {
    return {
      editable: this.draft.editable,
      taskSelected: this.labeling.task !== undefined,
      actionSelected: this.labeling.naming.ofAction.chosen !== undefined,
      suggested: this.labeling.suggestions.open.length > 0,
      marking: this.draft.marking !== undefined,
      elsewhere: this.readOnly === 'elsewhere',
      givenBack: this.readOnly === 'given back',
      torn: this.draft.sides !== undefined,
      newerLabels: this.newer.offer !== undefined,
    };
  }

  run(id: PlayCommandId | LabelCommandId, chord: string): void {
    const { workspace } = this;
    if (this.lag.measuring && id === 'cut') return this.lag.press();
    if (!isAmong(playCommands, id)) return this.labeling.run(id, chord);
    runPlayCommand(id, {
      ...workspace.parts,
      tasks: () => this.draft.tasks,
      togglePanel: () => workspace.togglePanel(),
      leave: () => this.#leave(),
    });
  }

  /** Opens the history, or closes it. */
  showHistory(): void {
    this.workspace.show('tasks');
    this.history.toggle();
  }

  submit(): void {
    this.workspace.show('tasks');
    this.labeling.suggestions.rest();
    void this.submitting.submit();
  }

  async takeOver(): Promise<void> {
    try {
      await this.pen.take();
    } catch (error) {
      this.#desk.toasts.show(failureOf(error).message, { tone: 'danger' });
    }
  }

  /** Opens the session anew, which takes it out of the queue again. */
  labelAgain(): void {
    this.#reopen();
  }

  resolve(keep: 'mine' | 'theirs' | 'both'): void {
    const resolved = this.draft.resolve(keep);
    if (!resolved.ok)
      this.#desk.toasts.show(resolved.problems.map(({ sentence }) => sentence).join(' '));
  }

  /** Asks before the window closes on edits that are nowhere else. */
  holdWindow(event: BeforeUnloadEvent): void {
    if (this.draft.saving.count > 0 && this.draft.notKept !== undefined) event.preventDefault();
  }

  /** Somebody looks at the window again: another may have taken the pen meanwhile. */
  lookUp(): void {
    if (document.visibilityState === 'visible') void this.pen.ask();
  }

  flush(): void {
    void this.draft.flush();
  }

  /** The page goes away, perhaps to come back as it is. */
  hide(): void {
    this.flush();
    this.pen.leave();
  }

  /** What could not be sent any more stays in this browser. */
  close(): void {
    void this.draft.flush().finally(() => this.pen.close());
    this.draft.close();
  }

  async #handIn(edits: number): Promise<Annotation> {
    const { annotation, content } = this.draft;
    const revision = await submitAnnotation(this.#desk.client, annotation.id, edits);
    return { ...annotation, status: 'submitted', revision, edits, ...content };
  }

  #suggest(): readonly Suggestion[] {
    const { track, session } = this.workspace;
    if (track === undefined) return [];
    const found = [...suggestTasks(track, session.durationMs), ...this.model.found];
    return draftSuggested(found, track.actions);
  }

  #askModel(): void {
    this.workspace.show('tasks');
    this.model.show();
  }

  /** Once, however many keys are tried. */
  #tellReadOnly(): boolean {
    if (this.readOnly === undefined) return false;
    const { toasts } = this.#desk;
    const byKey = (id: CommandId) => (keysOf(id) ? ` with ${keyCaps(keysOf(id))}` : '');
    const sentence =
      this.readOnly === 'elsewhere'
        ? `Another window edits this annotation. Take it over${byKey('take over')}.`
        : `This session was given back. Label it after all${byKey('label again')}.`;
    if (!toasts.list.some((toast) => toast.sentence === sentence)) toasts.show(sentence);
    return true;
  }

  #leave(): void {
    if (leaveField()) return;
    if (this.history.isOpen) return this.history.close();
    if (this.draft.marking !== undefined) this.draft.cancelMark();
    else this.workspace.selection.leave();
  }
}
