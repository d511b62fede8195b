/** Wires one labeling session together: draft, acts, submitting, keys, and where each is stored. */

import { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { outcomes } from '#core/task.ts';
import type { Facts } from '#keys/key-facts.ts';
import { Keyboard } from '#keys/keyboard.svelte.ts';
import { ownKeymap } from '#keys/keymap.svelte.ts';
import { playCommands, type PlayCommandId } from '#keys/play-commands.ts';
import { isAmong, labelCommands, type LabelCommandId } from '#keys/commands.ts';
import { Labeling } from '#annotate/labeling.svelte.ts';
import { leaveField } from '#keys/listen-for-keys.ts';
import { runPlayCommand } from '#annotate/run-play-command.ts';
import { Submitting } from '#draft/submitting.svelte.ts';
import type { Annotation } from '#core/annotation.ts';
import type { LabelSet } from '#core/label-set.ts';
import { epochMs } from '#core/time.ts';
import { getAnnotation, saveEdits, submitAnnotation } from '#data/annotations.ts';
import { failureOf } from '#data/failure.ts';
import { claimNextSession, releaseSession } from '#data/sessions.ts';
import type { Desk } from './desk.ts';
import { makeTaskId } from './make-task-id.ts';
import { noSessionSentence } from './no-session-sentence.ts';
import type { OpenedLabeling } from './open-labeling.ts';
import { readPlace } from './place-keeper.ts';
import type { Workspace } from './workspace.svelte.ts';

const timers = {
  set: (run: () => void, delayMs: number) => setTimeout(run, delayMs),
  clear: (timer: unknown) => clearTimeout(timer as number),
};

export class LabelingDesk {
  readonly workspace: Workspace;
  readonly labels: LabelSet;
  readonly draft: AnnotationDraft;
  readonly labeling: Labeling;
  readonly submitting: Submitting;
  readonly keyboard: Keyboard<PlayCommandId | LabelCommandId>;
  readonly #desk: Desk;

  constructor(desk: Desk, { workspace, annotation, labels, keeper }: OpenedLabeling) {
    const { client, toasts, address } = desk;
    const { playhead, selection } = workspace;
    this.#desk = desk;
    this.workspace = workspace;
    this.labels = labels;
    this.draft = new AnnotationDraft({
      annotation,
      durationMs: workspace.session.durationMs,
      save: (from, edits, content) => saveEdits(client, annotation.id, from, edits, content),
      makeId: makeTaskId,
      timers,
      now: () => epochMs(Date.now()),
      keeper,
    });
    this.submitting = new Submitting(this.draft, (edits) => this.#handIn(edits), labels);
    this.labeling = new Labeling({
      draft: this.draft,
      playhead,
      selection,
      intents: labels.intents,
      tell: (sentence, undo) =>
        toasts.show(sentence, undo && { act: { label: 'Undo', run: undo } }),
      submit: () => this.submit(),
      nextSession: () => void this.nextSession(),
    });
    this.keyboard = new Keyboard({
      keymap: ownKeymap,
      commands: [...labelCommands, ...playCommands],
      facts: () => this.#facts,
      run: ({ id, chord }) => this.run(id, chord),
      nameOf: (id, chord) =>
        id === 'intent'
          ? this.labeling.naming.tree.byDigit.get(chord)?.intent.title
          : outcomes[Number(chord.at(-1)) - 1],
    });
    workspace.openAt(readPlace(address.search), this.draft.tasks);
  }

  get #facts(): Facts {
    return {
      editable: this.draft.editable,
      taskSelected: this.labeling.task !== undefined,
      marking: this.draft.marking !== undefined,
    };
  }

  run(id: PlayCommandId | LabelCommandId, chord: string): void {
    const { workspace } = this;
    if (!isAmong(playCommands, id)) return this.labeling.run(id, chord);
    runPlayCommand(id, {
      ...workspace.parts,
      tasks: () => this.draft.tasks,
      togglePanel: () => workspace.togglePanel(),
      leave: () => this.#leave(),
    });
  }

  submit(): void {
    this.workspace.show('tasks');
    void this.submitting.submit();
  }

  async nextSession(): Promise<void> {
    const { client, project, toasts, address } = this.#desk;
    try {
      const claim = await claimNextSession(client, project.id);
      if (claim.kind === 'session')
        return address.go({ kind: 'session', project: project.slug, session: claim.sessionId });
      toasts.show(noSessionSentence(claim));
      address.go({ kind: 'sessions', project: project.slug });
    } catch (error) {
      toasts.show(failureOf(error).message, { tone: 'danger' });
    }
  }

  /** Back to the queue, for someone else; what was saved stays. */
  async giveBack(): Promise<void> {
    const { client, project, toasts, address } = this.#desk;
    try {
      await this.draft.flush();
      await releaseSession(client, this.workspace.session.id);
      toasts.show('The session is back in the queue. What you saved of it stays.');
      address.go({ kind: 'sessions', project: project.slug });
    } catch (error) {
      toasts.show(failureOf(error).message, { tone: 'danger' });
    }
  }

  async resolve(keep: 'mine' | 'theirs'): Promise<void> {
    const { client, toasts } = this.#desk;
    try {
      const { annotation } = await getAnnotation(client, this.draft.annotation.id);
      const resolved = this.draft.resolve(keep, annotation);
      if (!resolved.ok) toasts.show(resolved.problems.map(({ sentence }) => sentence).join(' '));
    } catch (error) {
      toasts.show(failureOf(error).message, { tone: 'danger' });
    }
  }

  flush(): void {
    void this.draft.flush();
  }

  /** What could not be sent any more stays in this browser. */
  close(): void {
    void this.draft.flush();
    this.draft.close();
  }

  async #handIn(edits: number): Promise<Annotation> {
    const { annotation, content } = this.draft;
    const revision = await submitAnnotation(this.#desk.client, annotation.id, edits);
    return { ...annotation, status: 'submitted', revision, edits, ...content };
  }

  #leave(): void {
    if (leaveField()) return;
    if (this.draft.marking !== undefined) this.draft.cancelMark();
    else this.workspace.selection.leave();
  }
}
