/** The way on from the session at hand: keeps it while somebody is at it, has the next one read ahead,
 * and gives this one back, with a reason or without. */
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import type { Submitting } from '#draft/submitting.svelte.ts';
import type { Reason } from '#core/decline.ts';
import type { SessionId } from '#core/ids.ts';
import type { LabelSet } from '#core/label-set.ts';
import { checkSubmittable } from '#core/check-tasks.ts';
import { epochMs } from '#core/time.ts';
import { failureOf } from '#data/failure.ts';
import {
  claimNextSession,
  declineSession,
  readQueueStanding,
  releaseSession,
  renewLease,
  takeBackDecline,
  type DeclineId,
} from '#data/queue.ts';
import { declinedSentence } from '#queue/decline-words.ts';
import { Lease } from '#queue/lease.svelte.ts';
import { QueueCount } from '#queue/queue-count.svelte.ts';
import { watchPresence } from '#queue/watch-presence.ts';
import { whyEmpty } from '#queue/why-empty.ts';
import type { Desk } from './desk.ts';
import { dayStart } from './day-start.ts';
import { readLabelingAhead, type OpenedLabeling } from './open-labeling.ts';
import { renewedOf } from './renewed-of.ts';
import type { Workspace } from './workspace.svelte.ts';

/** From here on to the end of a session, its last task may well be the last to name. */
const lastPart = 0.8;

interface AtWork {
  readonly draft: AnnotationDraft;
  readonly submitting: Submitting;
}

export class QueueDesk {
  readonly lease: Lease;
  readonly count: QueueCount;
  readonly #desk: Desk;
  readonly #workspace: Workspace;
  readonly #labels: LabelSet;
  readonly #work: AtWork;
  declining = $state(false);
  /** Asked on every tick of the playhead, so that what it rests on is not worked out anew each time. */
  readonly #isNearlyDone = $derived.by(() => this.#canGoOnSoon());
  readonly #isNamed = $derived.by(() => checkSubmittable(this.#work.draft.tasks, this.#labels).ok);
  #isGoing = false;

  constructor(desk: Desk, { workspace, entered, labels }: OpenedLabeling, work: AtWork) {
    const { client, project } = desk;
    const { playhead } = workspace;
    this.#desk = desk;
    this.#workspace = workspace;
    this.#labels = labels;
    this.#work = work;
    const isSeen = () => document.visibilityState === 'visible';
    this.lease = new Lease({
      renew: () => renewedOf(entered.then(() => renewLease(client, this.#session))),
      now: () => epochMs(Date.now()),
      isSeen,
      isBusy: () => playhead.playing,
    });
    this.count = new QueueCount(() => readQueueStanding(client, project.id, dayStart()));
    entered.catch((cause: unknown) => this.#refuse(cause));
  }

  get #session(): SessionId {
    return this.#workspace.session.id;
  }

  /** Time to have the next session read ahead. */
  get isNearlyDone(): boolean {
    return this.#isNearlyDone;
  }

  /** Until stopped keeps the lease and the count of what is left. */
  watch(): { readonly stop: () => void } {
    const watches = [this.count.watch(() => document.visibilityState === 'visible')];
    if (this.#work.draft.editable) watches.push(watchPresence(this.lease));
    return { stop: () => watches.forEach((each) => each.stop()) };
  }

  readAhead(): void {
    const { client, project, upNext } = this.#desk;
    void upNext.readAhead({
      read: () => readLabelingAhead(client, project.id, this.#session),
      renew: async ({ sessionId, value }) => value.isReserved && renewLease(client, sessionId),
      giveBack: async ({ sessionId, value }) =>
        value.isReserved && releaseSession(client, sessionId),
    });
  }

  /** On to the next session. This one stays with the person, unless nothing was done in it. */
  next(): Promise<void> {
    return this.#whileGoing(async () => {
      const { draft } = this.#work;
      await draft.flush();
      const isUntouched = draft.editable && draft.annotation.edits === 0 && !this.#hasContent;
      await this.#goOn();
      if (isUntouched) void releaseSession(this.#desk.client, this.#session).catch(() => undefined);
    });
  }

  decline(reason: Reason, words: string): Promise<void> {
    return this.#whileGoing(async () => {
      const { client, toasts } = this.#desk;
      await this.#work.draft.flush();
      const decline = await declineSession(client, this.#session, { ...reason, words });
      this.lease.stop();
      toasts.show(declinedSentence(reason), {
        act: { label: 'Undo', run: () => void this.#takeBack(decline) },
      });
      await this.#goOn();
    });
  }

  /** Back to the queue, for someone else; what was saved stays. */
  giveBack(): Promise<void> {
    return this.#whileGoing(async () => {
      const { client, toasts, address, project } = this.#desk;
      await this.#work.draft.flush();
      this.lease.stop();
      await releaseSession(client, this.#session);
      toasts.show('The session is back in the queue. What you saved of it stays.');
      address.go({ kind: 'sessions', project: project.slug });
    });
  }

  get #hasContent(): boolean {
    const { tasks, notWork, actionLabels, marking } = this.#work.draft.content;
    return (
      tasks.length + notWork.length + Object.keys(actionLabels).length > 0 || marking !== undefined
    );
  }

  #canGoOnSoon(): boolean {
    const { draft, submitting } = this.#work;
    if (!draft.editable) return submitting.state.kind === 'submitted';
    const { playhead, session } = this.#workspace;
    const end = Math.max(playhead.at, ...draft.tasks.map((task) => task.endsMs));
    return end >= lastPart * session.durationMs && this.#isNamed;
  }

  async #goOn(): Promise<void> {
    const { client, project, address, toasts, upNext } = this.#desk;
    const ahead = await upNext.settled();
    if (ahead !== undefined) return this.#go(ahead);
    const claim = await claimNextSession(client, project.id, this.#session);
    if (claim.kind === 'session') return this.#go(claim.sessionId);
    const empty = whyEmpty(claim.standing, epochMs(Date.now()));
    // Of what else there is to say, the list of sessions tells.
    if (empty.act === 'skipped')
      toasts.show(empty.sentence, { act: { label: empty.label, run: () => void this.#skipped() } });
    address.go({ kind: 'sessions', project: project.slug });
  }

  #go(session: SessionId): void {
    const { address, project } = this.#desk;
    address.go({ kind: 'session', project: project.slug, session });
  }

  #skipped(): Promise<void> {
    return this.#whileGoing(async () => {
      const claim = await claimNextSession(this.#desk.client, this.#desk.project.id);
      if (claim.kind === 'session') this.#go(claim.sessionId);
    });
  }

  async #takeBack(decline: DeclineId): Promise<void> {
    const { client, toasts } = this.#desk;
    try {
      if (await takeBackDecline(client, decline)) this.#go(this.#session);
      else toasts.show('Taken back. Someone else has the session meanwhile.');
    } catch (error) {
      toasts.show(failureOf(error).message, { tone: 'danger' });
    }
  }

  /** It was read ahead, and is not theirs to open any more. */
  #refuse(cause: unknown): void {
    const { toasts, address, project } = this.#desk;
    this.lease.stop();
    toasts.show(failureOf(cause).message, { tone: 'danger' });
    address.go({ kind: 'sessions', project: project.slug });
  }

  async #whileGoing(act: () => Promise<void>): Promise<void> {
    if (this.#isGoing) return;
    this.#isGoing = true;
    try {
      await act();
    } catch (error) {
      this.#desk.toasts.show(failureOf(error).message, { tone: 'danger' });
    } finally {
      this.#isGoing = false;
    }
  }
}
