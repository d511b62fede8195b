/** Paints gaps through all lanes, each reason as what it is. */

import type { Gap } from '#core/track.ts';
import type { GapMark } from './gap-marks.ts';
import type { LaneRows } from './lane-rows.ts';
import type { Hatching } from './patterns.ts';
import type { Box, Pen } from './pen.ts';
import type { Colours } from './theme.ts';

/** Narrower gaps are hatched only: many edges close together would read as marks. */
const edgedFromPx = 12;

const hatchings: Readonly<Record<Exclude<Gap['reason'], 'clock-jump'>, Hatching>> = {
  idle: 'idle',
  paused: 'paused',
  'missing-chunk': 'missing',
  lost: 'lost',
  'not-work': 'not work',
};

/** What is no one's choice is told apart from rest and pause by colour as well. */
function isLoss({ reason }: Gap): boolean {
  return reason === 'missing-chunk' || reason === 'lost';
}

/** Lies under what was recorded: what has a ground of its own has its hatching seen. */
export function paintGapGround(pen: Pen, box: Box, { gap }: GapMark): void {
  const { colours } = pen.theme;
  if (isLoss(gap)) pen.fill(box, colours.warningQuiet);
  else if (gap.reason === 'not-work') pen.fill(box, colours.maskedQuiet);
}

export function paintGap(pen: Pen, box: Box, { gap }: GapMark): void {
  const { colours } = pen.theme;
  // What was taken out has no length left on the axis: a seam.
  if (gap.reason === 'clock-jump') {
    pen.fill(box, colours.lane);
    pen.fill({ ...box, width: 1 }, colours.markQuiet);
    if (box.width > 2) pen.fill({ ...box, x: box.x + box.width - 1, width: 1 }, colours.markQuiet);
    return;
  }
  const line = lineOf(gap, colours);
  pen.hatch(box, hatchings[gap.reason], line);
  if (box.width > edgedFromPx)
    for (const x of [box.x, box.x + box.width - 1]) pen.fill({ ...box, x, width: 1 }, line);
}

function lineOf(gap: Gap, colours: Colours): string {
  if (isLoss(gap)) return colours.warning;
  return gap.reason === 'not-work' ? colours.maskedLine : colours.gapLine;
}

/** Of its words: what they stand on, and they themselves. */
function inksOf(gap: Gap, colours: Colours): readonly [ground: string, ink: string] {
  if (isLoss(gap)) return [colours.warningQuiet, colours.warningText];
  if (gap.reason === 'not-work') return [colours.maskedQuiet, colours.maskedText];
  return [colours.lane, colours.textQuiet];
}

export function paintGapGrounds(pen: Pen, rows: LaneRows, gaps: readonly GapMark[]): void {
  for (const mark of gaps) paintGapGround(pen, throughLanes(pen, rows, mark), mark);
}

export function paintGaps(pen: Pen, rows: LaneRows, gaps: readonly GapMark[]): void {
  const { colours, fonts, measures, radius } = pen.theme;
  const words = rows.activity.height > 0 ? rows.activity : rows.keys;
  const middle = words.y + words.height / 2;
  for (const mark of gaps) {
    const { gap, text, textX } = mark;
    paintGap(pen, throughLanes(pen, rows, mark), mark);
    if (text === '') continue;
    const label = { x: textX - 6, y: middle - 9, width: measures.sans(text) + 12, height: 18 };
    const [ground, ink] = inksOf(gap, colours);
    pen.fill(label, ground, radius);
    pen.write(text, textX, middle, ink, fonts.sans);
  }
}

function throughLanes(pen: Pen, rows: LaneRows, { x, endX }: GapMark): Box {
  const y = rows.pages.y + 1;
  return { x, y, width: endX - x, height: pen.heightPx - y };
}
