/** The hatchings of the lanes, drawn once as small tiles: filling with one costs no more than a colour. */

/** What is withheld falls, gaps rise: nothing for `idle`, more the graver. */
export type Hatching = 'masked' | 'idle' | 'paused' | 'missing' | 'lost' | 'not work';

/** A tile's edge. Canvases count it in whole pixels of the screen. */
export const patternPx = 6;

const lines: Readonly<Record<Hatching, string>> = {
  masked: 'M-1 -1l8 8 M5 -1l2 2 M-1 5l2 2',
  idle: 'M-1 7l8 -8 M-1 1l2 -2 M5 7l2 -2',
  paused: 'M1.5 -1v8',
  missing: 'M-1 7l8 -8 M-1 1l2 -2 M5 7l2 -2 M-1 -1l8 8 M5 -1l2 2 M-1 5l2 2',
  lost: 'M-1 1.5h8',
  'not work': 'M-1 -1l8 8 M-1 2l5 5 M2 -1l5 5',
};

export class Patterns {
  readonly #context: CanvasRenderingContext2D;
  readonly #known = new Map<string, CanvasPattern>();

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  get(hatching: Hatching, colour: string, scale: number): CanvasPattern {
    const name = `${hatching} ${colour} ${scale}`;
    const known = this.#known.get(name);
    if (known) return known;
    const tile = document.createElement('canvas');
    tile.width = tile.height = Math.max(1, Math.round(patternPx * scale));
    const context = tile.getContext('2d')!;
    context.scale(tile.width / patternPx, tile.height / patternPx);
    context.strokeStyle = colour;
    // What was lost is told by colour; it need not shout.
    context.globalAlpha = hatching === 'missing' || hatching === 'lost' ? 0.3 : 1;
    context.lineWidth = 1;
    context.stroke(new Path2D(lines[hatching]));
    const pattern = this.#context.createPattern(tile, 'repeat')!;
    this.#known.set(name, pattern);
    return pattern;
  }
}
