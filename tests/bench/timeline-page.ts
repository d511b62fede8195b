/** Runs in the browser: the lanes laid out and painted at many zooms, beside all of them drawn anew. */

import type { Track } from '#core/track.ts';
import { ms } from '#core/time.ts';
import { clipText } from '#timeline/clip-text.ts';
import { layoutLanes } from '#timeline/lane-marks.ts';
import { heightOf, stackRows } from '#timeline/lane-rows.ts';
import { paintLanes } from '#timeline/paint-lanes.ts';
import { Patterns } from '#timeline/patterns.ts';
import { Pen } from '#timeline/pen.ts';
import { readTheme, type Theme } from '#timeline/theme.ts';
import { rulerTicks, timeToX, type View } from '#timeline/time-scale.ts';
import { indexTrack, type TrackIndex } from '#timeline/track-index.ts';
import { buildLargeTrack } from './large-track.ts';

export interface TimelineCost {
  readonly indexMs: number;
  /** One for each zoom step. */
  readonly oursMs: readonly number[];
  readonly drawAllMs: readonly number[];
  readonly marks: number;
}

export interface Stage {
  readonly pen: Pen;
  readonly context: CanvasRenderingContext2D;
  readonly theme: Theme;
  readonly index: TrackIndex;
}

export function stageOf(track: Track, widthPx: number, scale = devicePixelRatio): Stage {
  const theme = readTheme(document.body);
  const index = indexTrack(track);
  const rows = stackRows((lane) => theme.heights[heightOf(lane, index.tabs.length)]);
  const canvas = document.body.appendChild(document.createElement('canvas'));
  canvas.width = widthPx * scale;
  canvas.height = (rows.tasks.y + rows.tasks.height) * scale;
  canvas.style.width = `${widthPx}px`;
  canvas.style.display = 'block';
  const context = canvas.getContext('2d')!;
  return { pen: new Pen(context, theme, scale, new Patterns(context)), context, theme, index };
}

/** One frame as the timeline paints it. */
export function paintView({ pen, theme, index }: Stage, view: View): void {
  const marks = layoutLanes(index, view, theme.measures);
  const rows = stackRows((lane) => theme.heights[heightOf(lane, index.tabs.length)]);
  const ticks = rulerTicks(view);
  const { length: tabs } = index.tabs;
  paintLanes(pen, rows, { marks, ticks, tabs, selected: undefined, empty: {} });
}

/** One frame as it is drawn without thought: every mark placed, those in view drawn with their words. */
function drawAll({ pen, theme, index }: Stage, track: Track, view: View): number {
  const { colours, fonts, measures } = theme;
  let drawn = 0;
  const draw = (startsMs: number, endsMs: number, y: number, words: () => string) => {
    const x = timeToX(view, startsMs);
    const endX = Math.max(x + 2, timeToX(view, endsMs));
    if (endX < 0 || x > view.widthPx) return;
    drawn += 1;
    pen.fill({ x, y, width: endX - x, height: 18 }, colours.markGround, 4);
    if (endX - x > 12)
      pen.write(clipText(words(), endX - x, measures.sans), x, y + 9, colours.text, fonts.sans);
  };
  for (const key of track.keystrokes)
    draw(key.atMs, key.atMs + (key.holdMs ?? 0), 72, () => key.key ?? '');
  for (const input of track.textInputs ?? []) draw(input.atMs, input.atMs, 72, () => input.cause);
  for (const action of track.actions) draw(action.startsMs, action.endsMs, 140, () => action.kind);
  for (const page of track.pages) draw(page.startsMs, page.endsMs, 24, () => page.url);
  for (const gap of track.gaps) draw(gap.startsMs, gap.endsMs, 48, () => gap.reason);
  for (const [bin, count] of index.activity.entries())
    if (count > 0) draw(bin * 1000, bin * 1000 + 1000, 48, () => '');
  return drawn;
}

/** From the whole session to 10 ms and back, about a point of the session that holds work. */
export function zoomViews(durationMs: number, steps: number, widthPx: number): readonly View[] {
  const about = durationMs * 0.37;
  return Array.from({ length: steps }, (_, step) => {
    const share = 1 - Math.abs((2 * step) / (steps - 1) - 1);
    const length = durationMs * (10 / durationMs) ** share;
    const startsMs = about - length * 0.37;
    return { startsMs: ms(startsMs), endsMs: ms(startsMs + length), widthPx };
  });
}

/** Each step is taken in `rounds` turns about, and its median kept: others use the machine too. */
export function measure(marks: number, steps: number, rounds: number): TimelineCost {
  const { track, durationMs } = buildLargeTrack(marks);
  const before = performance.now();
  const stage = stageOf(track, 1300);
  const indexMs = performance.now() - before;
  // What was drawn is read back, or the browser would put the drawing off.
  const timed = (draw: () => void) => {
    const from = performance.now();
    draw();
    stage.context.getImageData(0, 0, 1, 1);
    return performance.now() - from;
  };
  const oursMs: number[] = [];
  const drawAllMs: number[] = [];
  for (const view of zoomViews(durationMs, steps, 1300)) {
    const turns = Array.from({ length: rounds }, () => [
      timed(() => paintView(stage, view)),
      timed(() => drawAll(stage, track, view)),
    ]);
    oursMs.push(median(turns.map(([ours]) => ours!)));
    drawAllMs.push(median(turns.map(([, all]) => all!)));
  }
  const { keystrokes, actions, pages, textInputs = [] } = track;
  return {
    ...{ indexMs, oursMs, drawAllMs },
    marks: keystrokes.length + actions.length + pages.length + textInputs.length,
  };
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
