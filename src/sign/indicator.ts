/** The sign that a page is recorded: a small pill in a corner, and behind it all that a person can do
 * about it. It stands in a closed shadow root and is not recorded itself. */
import type { OpenRecording } from '#delivery/keeper-messages.ts';
import type { CaptureState } from './capture-state.ts';
import { Corner } from './corner.ts';
import { describeWaiting } from './describe-waiting.ts';
import { IndicatorPanel, type RecordingActs } from './indicator-panel.ts';
import { listen, type Tracker } from '#trackers/listen.ts';
import { makeElement } from './make-element.ts';
import { signName } from './own-elements.ts';
import { makeOwnHost } from './own-host.ts';
import { signStyles } from './own-styles.ts';
import { isPauseShortcut } from './pause-shortcut.ts';
import { Watchdog } from './watchdog.ts';

export class Indicator {
  readonly element: HTMLElement;
  readonly #acts: RecordingActs;
  readonly #label = makeElement('span', { 'aria-live': 'polite' });
  readonly #waiting = makeElement('span', { class: 'waiting' });
  readonly #pill: HTMLButtonElement;
  readonly #panel: IndicatorPanel;
  readonly #watchdog: Watchdog;
  readonly #keys: Tracker;
  #isPaused = false;
  #note: string | undefined;

  constructor(acts: RecordingActs, recording: OpenRecording, lost: (why: string) => void) {
    const host = makeOwnHost(signName, signStyles);
    this.element = host.element;
    this.#acts = acts;
    this.#panel = new IndicatorPanel(acts, recording.myRecordingsUrl, () => corner.next());
    const dot = makeElement('span', { class: 'dot', 'aria-hidden': 'true' });
    const attributes = { type: 'button', class: 'pill', 'aria-expanded': 'false' };
    this.#pill = makeElement('button', attributes, dot, this.#label, this.#waiting);
    const corner = new Corner(host.place, this.#pill, () => this.#toggle());
    host.root.append(this.#pill, this.#panel.element);
    host.root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Escape') this.#close();
    });
    this.#watchdog = new Watchdog(this.element, (why) => {
      this.#note = `Recording is paused, because ${why}.`;
      lost(why);
      this.#watchdog.raise();
    });
    this.#keys = this.hearKeys(window);
  }

  /** Shows the sign above all else; answers why a person still could not see it, if so. */
  whyNotVisible(): string | undefined {
    return this.#watchdog.raise();
  }

  show(state: CaptureState): void {
    const isRecording = state.kind === 'recording';
    this.#isPaused = state.kind === 'paused';
    this.element.hidden = !isRecording && !this.#isPaused;
    if (isRecording) {
      this.#note = undefined;
      this.#watchdog.start();
    } else this.#watchdog.stop();
    if (this.#isPaused) this.#watchdog.raise();
    this.#label.textContent = this.#isPaused ? 'Paused' : 'Recording';
    this.#pill.classList.toggle('paused', this.#isPaused);
    this.#panel.show(this.#isPaused, this.#note);
  }

  showDelivery(waitingBytes: number, online: boolean): void {
    const { short, long } = describeWaiting(waitingBytes, online);
    this.#waiting.textContent = short;
    this.#panel.showDelivery(long);
  }

  /** The keys that pause and resume, heard before anything else in this page or frame. */
  hearKeys(window: Window): Tracker {
    if (window === globalThis.window && this.#keys) return { stop: () => undefined };
    return listen<KeyboardEvent>(window, 'keydown', (event) => {
      if (!isPauseShortcut(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (this.#isPaused) this.#acts.resume();
      else this.#acts.pause();
    });
  }

  remove(): void {
    this.#watchdog.stop();
    this.#keys.stop();
    this.element.remove();
  }

  #toggle(): void {
    const isOpen = this.#panel.toggle();
    this.#pill.setAttribute('aria-expanded', String(isOpen));
  }

  #close(): void {
    if (!this.#panel.isOpen) return;
    this.#toggle();
    this.#pill.focus();
  }
}
