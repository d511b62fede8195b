/** What a recorded person can do about it, behind the sign. */
import { makeButton, makeElement } from './make-element.ts';
import { pauseShortcutName } from './pause-shortcut.ts';

export interface RecordingActs {
  pause(): void;
  resume(): void;
  stop(): void;
  discard(): void;
  withdraw(): void;
}

export class IndicatorPanel {
  readonly element: HTMLElement;
  readonly #heading = makeElement('h2');
  readonly #note = makeElement('p', { class: 'note', role: 'alert' });
  readonly #delivery = makeElement('p', { class: 'quiet' });
  readonly #pauseLabel = makeElement('span');
  readonly #sure: HTMLElement;
  #isPaused = false;

  constructor(acts: RecordingActs, myRecordingsUrl: string, moveOn: () => void) {
    const pause = makeButton('', () => (this.#isPaused ? acts.resume() : acts.pause()), {
      class: 'act',
      'aria-keyshortcuts': pauseShortcutName,
    });
    pause.append(this.#pauseLabel, makeElement('kbd', {}, pauseShortcutName));
    const keep = makeButton('Keep it', () => this.#ask(false));
    const discard = makeButton('Discard', () => acts.discard(), { class: 'danger' });
    this.#sure = makeElement(
      'div',
      { role: 'group', 'aria-label': 'Stop and discard', hidden: true },
      makeElement('p', {}, 'Everything of this session goes, also what was sent.'),
      makeElement('div', { class: 'pair' }, keep, discard),
    );
    const mine = { class: 'button', href: myRecordingsUrl, target: '_blank', rel: 'noopener' };
    this.element = makeElement(
      'section',
      { class: 'card', 'aria-label': 'Recording', hidden: true },
      this.#heading,
      this.#note,
      this.#delivery,
      pause,
      makeButton('Stop', () => acts.stop()),
      makeButton('Stop and discard …', () => this.#ask(true)),
      this.#sure,
      makeElement('a', mine, 'My recordings'),
      makeButton('Withdraw consent and all recordings', () => acts.withdraw(), { class: 'danger' }),
      makeButton('Move to the next corner', moveOn),
    );
    this.show(false, undefined);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Answers whether it is open now. */
  toggle(): boolean {
    this.element.hidden = this.isOpen;
    this.#ask(false);
    return this.isOpen;
  }

  show(isPaused: boolean, note: string | undefined): void {
    this.#isPaused = isPaused;
    this.#heading.textContent = isPaused ? 'Recording is paused' : 'This page is being recorded';
    this.#pauseLabel.textContent = isPaused ? 'Resume' : 'Pause';
    this.#note.hidden = note === undefined;
    this.#note.textContent = note ?? '';
    if (note !== undefined) this.element.hidden = false;
  }

  showDelivery(sentence: string): void {
    this.#delivery.textContent = sentence;
  }

  #ask(isAsked: boolean): void {
    this.#sure.hidden = !isAsked;
    if (isAsked) this.#sure.querySelector('button')?.focus();
  }
}
