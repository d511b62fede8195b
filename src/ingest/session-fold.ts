import { ms, type Ms } from '#core/time.ts';
import { Page } from '#dom/page.ts';
import { ActionStream } from '#actions/action-stream.ts';
import { KeystrokeStream, type KeyMode } from '#actions/keystroke-stream.ts';
import type { MendedEvent } from './mend-events.ts';
import { TextInputs } from '#actions/text-inputs.ts';
import { VisitStream } from './visit-stream.ts';

/** Folds mended events, in order, into the page and all that is told of it on the way. */
export class SessionFold {
  readonly page = new Page();
  readonly keystrokes: KeystrokeStream;
  readonly actions: ActionStream;
  readonly visits = new VisitStream();
  readonly textInputs = new TextInputs();
  #index = 0;

  constructor(mode: KeyMode) {
    this.keystrokes = new KeystrokeStream(mode);
    this.actions = new ActionStream(mode);
  }

  push({ event, at }: MendedEvent): void {
    const moment = { event, index: this.#index++, at, page: this.page };
    this.keystrokes.push(moment);
    this.textInputs.push(moment);
    this.actions.push(moment);
    this.page.apply(event);
    this.visits.push(event, this.page, at);
  }

  finish(): void {
    this.keystrokes.finish();
    this.actions.finish();
  }

  /** Keystrokes and actions that end before this are all told. */
  settledUntil(now: Ms): Ms {
    return ms(Math.min(now, this.keystrokes.settledUntil ?? now, this.actions.settledUntil ?? now));
  }
}
