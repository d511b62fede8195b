import type rrwebPlayer from 'rrweb-player';
import { formatClock, type Ms } from '#core/time.ts';

/** How far an arrow key goes, in ms; the player's own goes 5. */
const stepMs = 5000;

const query = <T extends Element>(root: Element, selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (found === null) throw new Error(`the player has no ${selector}`);
  return found;
};

/** Gives the player's controls names, states, keys and the time of the session, which it leaves out. */
export class PreviewControls {
  readonly #player: rrwebPlayer;
  readonly #toggle: HTMLButtonElement;
  readonly #speeds: readonly HTMLButtonElement[];
  readonly #progress: HTMLElement;
  readonly #clock: HTMLElement;
  readonly #totalMs: number;
  readonly #beginsMs: Ms;
  #at = 0;

  constructor(root: HTMLElement, player: rrwebPlayer, beginsMs: Ms) {
    this.#player = player;
    this.#beginsMs = beginsMs;
    this.#totalMs = player.getMetaData().totalTime;
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('.rr-controller__btns > button')];
    const [toggle, ...rest] = buttons;
    const fullScreen = rest.pop();
    if (toggle === undefined || fullScreen === undefined)
      throw new Error('the player has no controls');
    // Another document fills the screen, not this one.
    fullScreen.remove();
    this.#toggle = toggle;
    this.#speeds = rest;
    this.#progress = query(root, '.rr-progress');
    this.#clock = ownClock(query(root, '.rr-timeline__time:first-child'));
    ownClock(query(root, '.rr-timeline__time:last-child')).textContent = this.#tell(this.#totalMs);
    query(root, '.switch input').setAttribute('aria-label', 'Skip inactivity');
    query(root, '.rr-controller').setAttribute('role', 'group');
    query(root, '.rr-controller').setAttribute('aria-label', 'Player');
    this.#nameProgress();
    this.#nameToggle(false);
    this.#nameSpeeds();
    query(root, '.rr-controller').addEventListener('click', () =>
      requestAnimationFrame(() => this.#nameSpeeds()),
    );
    player.addEventListener('ui-update-player-state', (told) =>
      this.#nameToggle((told as { payload: string }).payload === 'playing'),
    );
    player.addEventListener('ui-update-current-time', (told) =>
      this.#tellTime((told as { payload: number }).payload),
    );
    addEventListener('keydown', (event) => this.#key(event), { capture: true });
  }

  #nameProgress(): void {
    const states = { role: 'slider', tabindex: '0', 'aria-label': 'Place in the recording' };
    const range = {
      'aria-valuemin': this.#seconds(0),
      'aria-valuemax': this.#seconds(this.#totalMs),
    };
    for (const [name, value] of Object.entries({ ...states, ...range }))
      this.#progress.setAttribute(name, value);
    this.#tellTime(0);
  }

  #tellTime(at: number): void {
    this.#at = at;
    const seconds = this.#seconds(at);
    const clock = this.#tell(at);
    this.#progress.setAttribute('aria-valuenow', seconds);
    if (clock === this.#clock.textContent) return;
    this.#clock.textContent = clock;
    this.#progress.setAttribute('aria-valuetext', `${clock} of ${this.#tell(this.#totalMs)}`);
  }

  /** The time of the session. */
  #tell(at: number): string {
    return formatClock(this.#beginsMs + at);
  }

  #seconds(at: number): string {
    return String(Math.round((this.#beginsMs + at) / 1000));
  }

  #nameToggle(playing: boolean): void {
    this.#toggle.setAttribute('aria-label', playing ? 'Pause' : 'Play');
  }

  #nameSpeeds(): void {
    for (const button of this.#speeds) {
      // As speeds are written in all of the workbench; once written so it stands.
      const speed = button.textContent.trim().replace(/x$/, '×');
      if (button.textContent !== speed) button.textContent = speed;
      const isChosen = button.classList.contains('active');
      button.setAttribute('aria-pressed', String(isChosen));
      button.setAttribute('aria-label', `Speed ${speed}`);
    }
  }

  #key(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnControl = target instanceof Element && target.matches('button, input');
    if ((key === ' ' && !isOnControl) || key === 'k') this.#player.toggle();
    else if (key === 'ArrowLeft') this.#step(-stepMs);
    else if (key === 'ArrowRight') this.#step(stepMs);
    else if (key === 'Home') this.#goTo(0);
    else if (key === 'End') this.#goTo(this.#totalMs);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #step(byMs: number): void {
    this.#goTo(this.#at + byMs);
  }

  #goTo(at: number): void {
    this.#at = Math.min(this.#totalMs, Math.max(0, at));
    this.#player.goto(this.#at);
  }
}

/** Takes the place of one of the player's own, which it writes on. */
function ownClock(theirs: HTMLElement): HTMLElement {
  const clock = document.createElement('span');
  clock.className = theirs.className;
  theirs.replaceWith(clock);
  return clock;
}
