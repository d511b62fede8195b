/** A press on the empty Tasks lane that is dragged becomes a task, as far as there is room for one. */

import { clampEdge } from '#core/edge-room.ts';
import { ms, type Ms, type Span } from '#core/time.ts';
import type { Drawn, Stage } from './task-gestures.ts';
import { timeToX, xToTime } from './time-scale.ts';
import { trackDrag } from './track-drag.ts';
import type { Viewport } from './viewport.svelte.ts';

interface Drawing {
  readonly viewport: Viewport;
  /** What is free about a time. */
  readonly roomAt: (at: Ms) => Span;
  /** A drag that comes near this time lands on it. */
  readonly magnet: Ms;
  readonly ondraw: (drawn: Drawn, stage: Stage) => void;
  /** Let go where it was pressed. */
  readonly onclick: (at: Ms) => void;
}

const magnetPx = 5;

export function drawTask(
  press: PointerEvent,
  lane: Element,
  { viewport, roomAt, magnet, ondraw, onclick }: Drawing,
): void {
  const timeAt = (x: number, free = false) =>
    !free && Math.abs(x - timeToX(viewport, magnet)) <= magnetPx ? magnet : xToTime(viewport, x);
  const pressed = press.clientX - lane.getBoundingClientRect().left;
  const room = roomAt(ms(Math.round(xToTime(viewport, pressed))));
  const from = clampEdge(room, timeAt(pressed, press.altKey));
  let drawn: Drawn = { startsMs: from, endsMs: from, at: from };
  trackDrag(press, lane, {
    onmove: (x, move) => {
      const at = clampEdge(room, timeAt(x, move.altKey));
      drawn = { startsMs: ms(Math.min(from, at)), endsMs: ms(Math.max(from, at)), at };
      viewport.reveal(at);
      ondraw(drawn, 'under way');
    },
    onend: (_x, dragged) => (dragged ? ondraw(drawn, 'done') : onclick(from)),
    oncancel: () => ondraw(drawn, 'given up'),
  });
}
