/** Draws the few shapes the lanes are made of, sharp on any screen. Knows no lane. */

import { patternPx, type Hatching, type Patterns } from './patterns.ts';
import type { Theme } from './theme.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class Pen {
  readonly theme: Theme;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly #context: CanvasRenderingContext2D;
  readonly #scale: number;
  readonly #patterns: Patterns;

  constructor(context: CanvasRenderingContext2D, theme: Theme, scale: number, patterns: Patterns) {
    this.#patterns = patterns;
    this.#context = context;
    this.#scale = scale;
    this.theme = theme;
    this.widthPx = context.canvas.width / scale;
    this.heightPx = context.canvas.height / scale;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, this.widthPx, this.heightPx);
    context.textBaseline = 'middle';
    context.lineCap = 'round';
    context.lineJoin = 'round';
  }

  fill(box: Box, colour: string, radius = 0): void {
    const { x, y, width, height } = this.#onScreen(box);
    if (width <= 0) return;
    this.#context.fillStyle = colour;
    // No corner shows on a stroke, and a path costs far more than a rectangle.
    if (radius === 0 || width <= 3) return this.#context.fillRect(x, y, width, height);
    this.#context.beginPath();
    this.#context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
    this.#context.fill();
  }

  outline(box: Box, colour: string, radius: number, dash: readonly number[] = []): void {
    const { x, y, width, height } = this.#onScreen(box);
    if (width < 2) return;
    this.#context.strokeStyle = colour;
    this.#context.lineWidth = 1;
    this.#context.setLineDash([...dash]);
    this.#context.beginPath();
    this.#context.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, Math.min(radius, width / 2));
    this.#context.stroke();
    this.#context.setLineDash([]);
  }

  /** A pattern inside the box, that moves with it. */
  hatch(box: Box, hatching: Hatching, colour: string, radius = 0): void {
    const { x, y, width, height } = this.#onScreen(box);
    if (width <= 0) return;
    const context = this.#context;
    const pattern = this.#patterns.get(hatching, colour, this.#scale);
    const origin = this.snap(box.x % (4 * patternPx));
    pattern.setTransform(new DOMMatrix([1 / this.#scale, 0, 0, 1 / this.#scale, origin, 0]));
    context.fillStyle = pattern;
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(radius, width / 2));
    context.fill();
  }

  /** A line of its own. */
  dash(x: number, toX: number, y: number, colour: string, pattern: readonly number[]): void {
    const from = Math.max(-64, x);
    const to = Math.min(toX, this.widthPx + 64);
    if (to <= from) return;
    const context = this.#context;
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.setLineDash([...pattern]);
    context.beginPath();
    context.moveTo(from, this.snap(y) + 0.5);
    context.lineTo(to, this.snap(y) + 0.5);
    context.stroke();
    context.setLineDash([]);
  }

  write(text: string, x: number, middleY: number, colour: string, font: string): void {
    if (text === '') return;
    this.#context.font = font;
    this.#context.fillStyle = colour;
    // Half a pixel up: digits and x-height look centred there.
    this.#context.fillText(text, x, middleY + 0.5);
  }

  /** A shape of SVG path data about its own middle. */
  shape(path: { fill?: Path2D; stroke?: Path2D }, x: number, y: number, colour: string): void {
    const context = this.#context;
    context.save();
    context.translate(this.snap(x), y);
    context.fillStyle = context.strokeStyle = colour;
    context.lineWidth = 1.5;
    if (path.fill) context.fill(path.fill);
    if (path.stroke) context.stroke(path.stroke);
    context.restore();
  }

  /** The nearest edge between two of the screen's own pixels. */
  snap(value: number): number {
    return Math.round(value * this.#scale) / this.#scale;
  }

  /** Only what can be seen is handed to the canvas: far past its edges it loses precision. */
  #onScreen({ x, y, width, height }: Box): Box {
    const from = this.snap(Math.max(x, -64));
    const to = this.snap(Math.min(x + width, this.widthPx + 64));
    return { x: from, y: this.snap(y), width: to - from, height: this.snap(height) };
  }
}

/** Small boxes are less round, or rows of them would look like beads. */
export function radiusFor({ theme }: Pen, width: number): number {
  return width < 4 * theme.radius ? theme.radius / 2 : theme.radius;
}
