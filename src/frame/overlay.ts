import type { Spot } from './page-geometry.ts';
import type { PlayerAdapter } from './player-adapter.ts';

/** How long the ring of a press stays, in recorded time: long enough to be seen standing still. */
const pressShownMs = 400;

const arrow = 'M5 3 L5 19 L9.5 14.8 L12.6 21 L15.2 19.8 L12.2 13.8 L18 13.5 Z';

/** Pointer, press and highlight above the page. Each is told by the time alone, so a still shows
 * what the film would; the player's own pointer knows it only to half a second. */
export class Overlay {
  readonly #root = document.createElement('div');
  readonly #pointer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  readonly #press = document.createElement('div');
  readonly #highlight = document.createElement('div');

  constructor(target: HTMLElement) {
    this.#root.className = 'overlay';
    this.#press.className = 'press';
    this.#highlight.className = 'highlight';
    this.#pointer.setAttribute('class', 'pointer');
    this.#pointer.setAttribute('viewBox', '5 3 24 24');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', arrow);
    this.#pointer.append(path);
    this.#root.append(this.#highlight, this.#press, this.#pointer);
    target.append(this.#root);
  }

  draw(player: PlayerAdapter, highlighted: number | undefined): void {
    move(this.#pointer, player.pointer());
    move(this.#press, player.press(pressShownMs));
    const box = highlighted === undefined ? undefined : player.nodeBox(highlighted);
    move(this.#highlight, box);
    this.#highlight.style.width = `${box?.width ?? 0}px`;
    this.#highlight.style.height = `${box?.height ?? 0}px`;
  }
}

function move(element: HTMLElement | SVGElement, to: Spot | undefined): void {
  element.toggleAttribute('hidden', to === undefined);
  if (to !== undefined) element.style.transform = `translate(${to.x}px, ${to.y}px)`;
}
