/** A press on the lanes: what it becomes when it is dragged, and when it is let go where it was. */

import { ms } from '#core/time.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import type { LanePicture } from './lane-picture.svelte.ts';
import { pressMeans, type PressMeaning } from './press-meaning.ts';
import { scrubDrag } from './scrub-drag.ts';
import type { Selection } from './selection.svelte.ts';
import { timeToX } from './time-scale.ts';
import { trackDrag } from './track-drag.ts';
import type { Viewport } from './viewport.svelte.ts';

interface Pressed {
  readonly playhead: Playhead;
  readonly viewport: Viewport;
  readonly selection: Selection;
  readonly picture: LanePicture;
  /** What is being done while it is dragged, or no more. */
  readonly ondrag: (meaning: PressMeaning | undefined) => void;
}

/** `origin` is the element that bears the lanes. Stopping gives the drag up. */
export function pressLanes(
  press: PointerEvent,
  origin: Element,
  on: Pressed,
): { readonly stop: () => void } {
  const { playhead, viewport, selection, picture, ondrag } = on;
  const box = origin.getBoundingClientRect();
  const [x, y] = [press.clientX - box.left, press.clientY - box.top];
  const grabPx = x - timeToX(viewport, playhead.at);
  const means = pressMeans(press, grabPx);
  // A button is pressed by the browser itself.
  const clicks = press.button === 0 && (press.target as Element).closest('button') === null;
  const onclick = () => clicks && choose(on, x, y);
  if (means === 'scrub')
    return scrubDrag(press, origin, {
      playhead,
      timeAt: (to) => picture.exactTimeAt(to),
      grabPx,
      onclick,
      ondrag: (dragging) => ondrag(dragging ? means : undefined),
    });
  const { startsMs } = viewport;
  const from = picture.timeAt(x);
  return trackDrag(press, origin, {
    button: press.button,
    onstart: () => ondrag(means),
    onmove: (to) => {
      if (means === 'window')
        selection.selectWindow({ startsMs: from, endsMs: picture.timeAt(to) });
      else viewport.panTo(ms(startsMs + (x - to) * viewport.msPerPx));
    },
    onend: (_to, dragged) => {
      ondrag(undefined);
      if (!dragged) onclick();
    },
    oncancel: () => {
      ondrag(undefined);
      if (means === 'window') selection.clearWindow();
    },
  });
}

/** Gaps and activity are gone into, not to: they have no start that one could mean. */
function choose({ playhead, selection, picture }: Pressed, x: number, y: number): void {
  const mark = picture.markAt(x, y);
  if (mark === undefined || mark.kind === 'gap' || mark.kind === 'activity') {
    selection.clearMark();
    if (picture.laneAt(y) === 'tasks') selection.clearTask();
    return playhead.seek(picture.timeAt(x));
  }
  if (mark.kind === 'action') selection.selectAction(mark.placed.index);
  else selection.selectMark(picture.laneAt(y)!, mark);
  playhead.seek(mark.startsMs);
}
