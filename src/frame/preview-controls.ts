import type rrwebPlayer from 'rrweb-player';

/** How far an arrow key goes, in ms; the player's own goes 5. */
const stepMs = 5000;

const query = <T extends Element>(root: Element, selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (found === null) throw new Error(`the player has no ${selector}`);
  return found;
};

/** Gives the player's controls names, states and keys, which it leaves out. */
export class PreviewControls {
  readonly #player: rrwebPlayer;
  readonly #toggle: HTMLButtonElement;
  readonly #speeds: readonly HTMLButtonElement[];
  readonly #progress: HTMLElement;
  readonly #totalMs: number;
  #at = 0;
  #shownSeconds = -1;

  constructor(root: HTMLElement, player: rrwebPlayer) {
    this.#player = player;
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
    const range = { 'aria-valuemin': '0', 'aria-valuemax': String(secondsOf(this.#totalMs)) };
    for (const [name, value] of Object.entries({ ...states, ...range }))
      this.#progress.setAttribute(name, value);
    this.#tellTime(0);
  }

  #tellTime(at: number): void {
    this.#at = at;
    const seconds = secondsOf(at);
    if (seconds === this.#shownSeconds) return;
    this.#shownSeconds = seconds;
    this.#progress.setAttribute('aria-valuenow', String(seconds));
    const total = secondsOf(this.#totalMs);
    this.#progress.setAttribute('aria-valuetext', `${seconds} of ${total} seconds`);
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

const secondsOf = (ms: number): number => Math.round(ms / 1000);
