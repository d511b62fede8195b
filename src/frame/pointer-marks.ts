import { placeOf, type Spot } from './page-geometry.ts';
import type { PointerTrail, TrailPoint } from './pointer-trail.ts';
import type { ReplayerAdapter } from './replayer-adapter.ts';

/** How long the ring of a press stays, in recorded time: long enough to be seen standing still. */
const pressShownMs = 400;

const arrow = 'M5 3 L5 19 L9.5 14.8 L12.6 21 L15.2 19.8 L12.2 13.8 L18 13.5 Z';

/** The pointer and its presses above the page, told by the time alone, so that a still shows what
 * the film would. What is under the pointer looks as it does there. */
export class PointerMarks {
  readonly #pointer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  readonly #press = document.createElement('div');

  constructor(root: HTMLElement) {
    this.#press.className = 'mark press';
    this.#pointer.setAttribute('class', 'mark pointer');
    this.#pointer.setAttribute('viewBox', '5 3 24 24');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', arrow);
    this.#pointer.append(path);
    root.append(this.#press, this.#pointer);
  }

  draw(replayer: ReplayerAdapter, trail: PointerTrail, at: number): void {
    const place = trail.placeAt(at);
    replayer.hover(place?.from.node);
    const spot = place && between(replayer, place.from, place.to, place.share);
    const press = trail.pressAt(at);
    const age = press && (at - press.point.timestamp) / pressShownMs;
    const isPressed = press !== undefined && age !== undefined && (press.held || age <= 1);
    const isTouch = press?.point.act === 'touch';
    move(this.#pointer, isTouch ? undefined : spot);
    move(this.#press, isPressed ? (press.held ? spot : spotOf(replayer, press.point)) : undefined);
    this.#press.classList.toggle('held', isPressed && press.held);
    this.#press.classList.toggle('touch', isTouch);
    this.#press.style.setProperty('--age', String(Math.min(1, age ?? 0)));
  }
}

function between(
  replayer: ReplayerAdapter,
  from: TrailPoint,
  to: TrailPoint | undefined,
  share: number,
): Spot {
  const start = spotOf(replayer, from);
  if (to === undefined || share <= 0) return start;
  const end = spotOf(replayer, to);
  return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
}

const spotOf = (replayer: ReplayerAdapter, point: TrailPoint): Spot =>
  placeOf(point, replayer.node(point.node), replayer.iframe);

function move(element: HTMLElement | SVGElement, to: Spot | undefined): void {
  element.toggleAttribute('hidden', to === undefined);
  if (to !== undefined) element.style.translate = `${to.x}px ${to.y}px`;
}
