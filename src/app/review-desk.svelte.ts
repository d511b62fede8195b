/** Wires one review together: the decision, its keys, and where it is stored. */

import type { AnnotationId } from '#core/ids.ts';
import { Keyboard } from '#keys/keyboard.svelte.ts';
import { ownKeymap } from '#keys/keymap.svelte.ts';
import { playCommands, type PlayCommandId } from '#keys/play-commands.ts';
import { leaveField } from '#keys/listen-for-keys.ts';
import { runPlayCommand } from '#annotate/run-play-command.ts';
import type { Annotation } from '#core/annotation.ts';
import type { LabelSet } from '#core/label-set.ts';
import type { Decision } from '#core/review.ts';
import { epochMs } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import { decideReview, listSubmissions } from '#data/annotations.ts';
import { failureOf } from '#data/failure.ts';
import { ReviewDecision } from '#review/review-decision.svelte.ts';
import { reviewCommands, type ReviewCommandId } from '#keys/review-commands.ts';
import { nothingToLabel } from '#keys/key-facts.ts';
import type { Desk } from './desk.ts';
import type { OpenedReview } from './open-review.ts';
import { readPlace, toFirstTask } from './place-keeper.ts';
import type { Workspace } from './workspace.svelte.ts';

export class ReviewDesk {
  readonly workspace: Workspace;
  readonly labels: LabelSet;
  readonly deciding: ReviewDecision;
  readonly keyboard: Keyboard<PlayCommandId | ReviewCommandId>;
  /** Why this person may not decide. The database refuses it all the same. */
  readonly barred: string | undefined;
  /** The comment's field, while it is on screen. */
  comment = $state.raw<HTMLTextAreaElement>();
  readonly #desk: Desk;

  constructor(desk: Desk, { workspace, annotation, labels }: OpenedReview) {
    this.#desk = desk;
    this.workspace = workspace;
    this.labels = labels;
    this.deciding = new ReviewDecision(annotation, (decision, comment) =>
      this.#store(annotation, decision, comment),
    );
    this.barred =
      annotation.annotatorId === desk.person.id
        ? 'This is your own work; another reviewer decides on it.'
        : undefined;
    this.keyboard = new Keyboard({
      keymap: ownKeymap,
      commands: [...reviewCommands, ...playCommands],
      facts: () => ({
        ...nothingToLabel,
        taskSelected: workspace.selection.taskId !== undefined,
        actionSelected: workspace.selection.actionIndex !== undefined,
        suggested: false,
      }),
      run: ({ id }) => this.run(id),
    });
    const { tasks } = annotation;
    workspace.openAt(toFirstTask(readPlace(desk.address.search), tasks), tasks);
  }

  run(id: PlayCommandId | ReviewCommandId): void {
    switch (id) {
      case 'approve':
      case 'request changes':
      case 'reject':
        return this.choose(id);
      case 'comment':
        return this.choose(this.deciding.choice ?? 'request changes', true);
      case 'send':
        return void this.send();
      case 'next submission':
        return void this.next();
      default:
        return this.#play(id);
    }
  }

  /** What needs a reason is chosen by going to write it. */
  choose(decision: Decision, write = decision !== 'approve'): void {
    if (this.barred !== undefined || !this.deciding.open) return;
    this.deciding.choose(decision);
    this.workspace.show('tasks');
    if (write) this.#toComment();
  }

  async send(): Promise<void> {
    if (!(await this.deciding.send()) && this.deciding.commentProblem) this.#toComment();
    else leaveField();
  }

  async next(): Promise<void> {
    const { client, project, person, toasts, address } = this.#desk;
    try {
      const waiting = (await listSubmissions(client, project.id)).filter(
        (each) =>
          each.status === 'submitted' &&
          each.annotatorId !== person.id &&
          each.annotationId !== this.deciding.annotation.id,
      );
      const [next] = waiting;
      if (next) return this.#open(next.annotationId);
      toasts.show('Nothing else waits for a decision.');
      address.go({ kind: 'review', project: project.slug });
    } catch (error) {
      toasts.show(failureOf(error).message, { tone: 'danger' });
    }
  }

  #open(annotation: AnnotationId): void {
    this.#desk.address.go({ kind: 'submission', project: this.#desk.project.slug, annotation });
  }

  #play(id: PlayCommandId): void {
    const { workspace } = this;
    runPlayCommand(id, {
      ...workspace.parts,
      tasks: () => this.deciding.annotation.tasks,
      togglePanel: () => workspace.togglePanel(),
      leave: () => void (leaveField() || workspace.selection.leave()),
    });
  }

  #toComment(): void {
    requestAnimationFrame(() => this.comment?.focus());
  }

  async #store(annotation: Annotation, decision: Decision, comment: string): Promise<Annotation> {
    const { client, person } = this.#desk;
    const id = await decideReview(client, annotation.id, annotation.revision, decision, comment);
    const review = {
      id,
      annotationId: annotation.id,
      revision: annotation.revision,
      reviewerId: person.id,
      reviewerName: person.name,
      decision,
      comment,
      decidedAt: epochMs(Date.now()),
    };
    return {
      ...annotation,
      status: statusAfter(decision),
      reviews: [...annotation.reviews, review],
    };
  }
}

function statusAfter(decision: Decision): Annotation['status'] {
  switch (decision) {
    case 'approve':
      return 'approved';
    case 'request changes':
      return 'changes requested';
    case 'reject':
      return 'rejected';
    default:
      return unreachable(decision);
  }
}
