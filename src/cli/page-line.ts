/** The keeper's line to one tab of a browser, through all documents that the tab shows. */
import type { FromBinding } from '#delivery/bound-wire.ts';
import type { FromKeeper, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';

export class PageLine implements Line<FromKeeper, ToKeeper> {
  /** Sees what the keeper says; answers whether the page is to hear it. */
  readonly #pass: (message: FromKeeper) => boolean;
  #hear: ((message: ToKeeper) => void) | undefined;
  #early: ToKeeper[] = [];
  #waiting: FromBinding[number][] = [];
  #asker: ((text: string | undefined) => void) | undefined;

  constructor(pass: (message: FromKeeper) => boolean) {
    this.#pass = pass;
  }

  send(message: FromKeeper): void {
    if (this.#pass(message)) this.tell(message);
  }

  listen(hear: (message: ToKeeper) => void): void {
    this.#hear = hear;
    for (const message of this.#early.splice(0)) hear(message);
  }

  /** To the page, the keeper's word or our own. */
  tell(message: FromBinding[number]): void {
    this.#waiting.push(message);
    this.#hand();
  }

  /** To the keeper. */
  say(message: ToKeeper): void {
    if (this.#hear) this.#hear(message);
    else this.#early.push(message);
  }

  /** Answers the page as soon as there is something for it. */
  next(): Promise<string | undefined> {
    this.#asker?.(undefined);
    return new Promise((resolve) => {
      this.#asker = resolve;
      this.#hand();
    });
  }

  /** Another document is there; what was meant for the one before is of no use to it. */
  beginAnew(): void {
    this.close();
    this.#waiting = [];
  }

  close(): void {
    this.#asker?.(undefined);
    this.#asker = undefined;
  }

  #hand(): void {
    if (!this.#asker || this.#waiting.length === 0) return;
    this.#asker(JSON.stringify(this.#waiting.splice(0)));
    this.#asker = undefined;
  }
}
