/** Carries out the commands that move and look, the same for labeling, reviewing and watching. */

import { ms, type Ms } from '#core/time.ts';
import type { Task } from '#core/task.ts';
import type { Track } from '#core/track.ts';
import { unreachable } from '#core/unreachable.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import { stepPoint, stepPoints, type Step } from '#replay/step-points.ts';
import type { Selection } from '#timeline/selection.svelte.ts';
import type { Viewport } from '#timeline/viewport.svelte.ts';
import type { PlayCommandId } from './commands.ts';
import { stepTask } from './step-task.ts';

export interface Playing {
  readonly playhead: Playhead;
  readonly viewport: Viewport;
  readonly selection: Selection;
  readonly track: Track;
  readonly tasks: () => readonly Task[];
  readonly togglePanel: () => void;
  readonly showSheet: () => void;
  /** Escape: out of a field, then out of a mark, then out of the selection. */
  readonly leave: () => void;
}

const zoomStep = 1.6;
/** Stepping back while it plays would else find the point just passed for ever. */
const graceMs = 500;

export function runPlayCommand(id: PlayCommandId, on: Playing): void {
  const { playhead, viewport, selection } = on;
  switch (id) {
    case 'play':
      return playhead.toggle();
    case 'pause':
      playhead.pause();
      return playhead.setSpeed(1);
    case 'faster':
      if (playhead.playing) return playhead.setSpeed(playhead.speed * 2);
      return playhead.play();
    case 'again':
      seekBy(on, -3000);
      return playhead.play();
    case 'skip idle':
      return playhead.setSkipIdle(!playhead.skipIdle);
    case 'loop':
      return playhead.setLoop(playhead.loop ? undefined : chosenTask(on));
    case 'back':
      return seekBy(on, -1000);
    case 'on':
      return seekBy(on, 1000);
    case 'back far':
      return seekBy(on, -5000);
    case 'on far':
      return seekBy(on, 5000);
    case 'previous action':
      return stepBy(on, 'action', -1);
    case 'next action':
      return stepBy(on, 'action', 1);
    case 'previous keystroke':
      return stepBy(on, 'keystroke', -1);
    case 'next keystroke':
      return stepBy(on, 'keystroke', 1);
    case 'previous page':
      return stepBy(on, 'page', -1);
    case 'next page':
      return stepBy(on, 'page', 1);
    case 'to start':
      return playhead.seek(ms(0));
    case 'to end':
      return playhead.seek(playhead.durationMs);
    case 'previous task':
      return goToTask(on, -1);
    case 'next task':
      return goToTask(on, 1);
    case 'zoom in':
      return viewport.zoomAbout(playhead.at, zoomStep);
    case 'zoom out':
      return viewport.zoomAbout(playhead.at, 1 / zoomStep);
    case 'zoom fit':
      return viewport.fit();
    case 'zoom task': {
      const task = chosenTask(on);
      if (task === undefined) return;
      const margin = (task.endsMs - task.startsMs) / 8;
      return viewport.show({
        startsMs: ms(task.startsMs - margin),
        endsMs: ms(task.endsMs + margin),
      });
    }
    case 'panel':
      return on.togglePanel();
    case 'sheet':
      return on.showSheet();
    case 'leave':
      return on.leave();
    default:
      return unreachable(id);
  }

  function chosenTask({ tasks }: Playing): Task | undefined {
    return tasks().find((task) => task.id === selection.taskId);
  }
}

function seekBy({ playhead }: Playing, by: number): void {
  playhead.seek(ms(playhead.at + by));
}

function stepBy({ playhead, track }: Playing, step: Step, direction: 1 | -1): void {
  const grace = playhead.playing && direction === -1 ? graceMs * playhead.speed : 0;
  const point: Ms | undefined = stepPoint(
    stepPoints(step, track),
    ms(playhead.at - grace),
    direction,
  );
  if (point !== undefined) playhead.seek(point);
}

function goToTask({ playhead, selection, tasks }: Playing, direction: 1 | -1): void {
  const task = stepTask(tasks(), selection.taskId, playhead.at, direction);
  if (task === undefined) return;
  selection.selectTask(task.id);
  playhead.seek(task.startsMs);
}
