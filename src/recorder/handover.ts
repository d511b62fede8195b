/** What one page leaves for the next in this browser: which tab it was, and what it could not send. */
import type { EventBatch, OpenRecording } from '#delivery/keeper-messages.ts';
import {
  comeToFront,
  forgetFrontTab,
  leaveTabPlace,
  takeTabPlace,
  type TabPlace,
} from './tab-memory.ts';
import { readTail, removeTail, removeTails, writeTail, type Tail } from './tail.ts';

export class Handover {
  #tail: Tail | undefined;

  /** What the page before this one left, for `join`. */
  take(): { readonly tab?: TabPlace; readonly tail?: Tail } {
    const tab = takeTabPlace();
    this.#tail = readTail(tab);
    return { ...(tab ? { tab } : {}), ...(this.#tail ? { tail: this.#tail } : {}) };
  }

  tailKept(): void {
    if (this.#tail) removeTail(this.#tail);
    this.#tail = undefined;
  }

  /** `isCut`: events after these were not taken any more. */
  leave({ session, tab }: OpenRecording, unkept: EventBatch | undefined, isCut = false): void {
    if (unkept) writeTail(unkept, isCut);
    leaveTabPlace({ session, tab });
  }

  /** Says that this tab is in use now; answers whether another one was before it. */
  comeToFront(recording: OpenRecording): boolean {
    return comeToFront(recording);
  }

  /** Nothing of this recording stays behind; without one, nothing of any. */
  forget(recording: OpenRecording | undefined): void {
    takeTabPlace();
    removeTails(recording?.session);
    forgetFrontTab();
  }
}
