/** Sees to it that a person can see the recorder's sign for as long as they are recorded. */
import { listen, stopAll, type Tracker } from '#trackers/listen.ts';
import { coveredWords, whyUnseen } from './why-unseen.ts';

const checkEveryMs = 500;
// Tooltips come in bursts; who shows something above the sign more often than that means to cover it.
const mostRaises = 8;

export class Watchdog {
  readonly #sign: HTMLElement;
  readonly #lost: (why: string) => void;
  #watch: Tracker | undefined;
  #raises = 0;

  constructor(sign: HTMLElement, lost: (why: string) => void) {
    this.#sign = sign;
    this.#lost = lost;
  }

  /** Shows the sign above all else; answers why that did not help, if it did not. */
  raise(): string | undefined {
    if (!this.#sign.isConnected) document.documentElement?.append(this.#sign);
    try {
      if (typeof this.#sign.showPopover === 'function') this.#showOnTop();
    } catch {
      // In the middle of the page's own showing it can't be done; whether it was needed is told below.
    }
    return this.#why();
  }

  start(): void {
    this.#watch ??= stopAll([
      every(checkEveryMs, () => {
        this.#raises = Math.max(0, this.#raises - 1);
        this.#check();
      }),
      // Whatever comes into the top layer lies above what was there before.
      listen(document, 'beforetoggle', (event) => this.#shownAbove(event)),
      listen(document, 'fullscreenchange', () => this.raise()),
      observe(document.documentElement, { childList: true }, () => this.#check()),
      observe(this.#sign, { attributes: true }, () => this.#check()),
    ]);
  }

  stop(): void {
    this.#raises = 0;
    this.#watch?.stop();
    this.#watch = undefined;
  }

  #check(): void {
    const why = this.#why();
    if (why === undefined) return;
    // Covered by something that came on top in good faith: one try to come back above it.
    const still = this.#sign.isConnected && why === coveredWords ? this.raise() : why;
    if (still !== undefined) this.#tell(still);
  }

  #showOnTop(): void {
    if (this.#sign.popover !== 'manual') this.#sign.popover = 'manual';
    if (this.#sign.matches(':popover-open')) this.#sign.hidePopover();
    this.#sign.showPopover();
  }

  #shownAbove(event: Event): void {
    if (event.target === this.#sign || (event as ToggleEvent).newState !== 'open') return;
    this.#raises += 1;
    // It is shown after its listeners; a browser may leave out `toggle` where it was hidden before.
    const act = () => (this.#raises > mostRaises ? this.#tell(coveredWords) : this.raise());
    queueMicrotask(guarded(act));
  }

  #tell(why: string): void {
    if (this.#watch === undefined) return;
    this.stop();
    this.#lost(why);
  }

  #why(): string | undefined {
    // Nobody looks at a tab in the background, and the browser does not lay it out.
    return document.visibilityState === 'hidden' ? undefined : whyUnseen(this.#sign);
  }
}

function every(period: number, act: () => void): Tracker {
  const timer = setInterval(guarded(act), period);
  return { stop: () => clearInterval(timer) };
}

function observe(target: Node, what: MutationObserverInit, act: () => void): Tracker {
  const observer = new MutationObserver(guarded(act));
  observer.observe(target, what);
  return { stop: () => observer.disconnect() };
}

function guarded(act: () => void): () => void {
  return () => {
    try {
      act();
    } catch {
      // The page must not see a failure of ours on its console.
    }
  };
}
