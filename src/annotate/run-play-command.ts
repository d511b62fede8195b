/** Carries out the commands that move and look, the same for labeling, reviewing and watching. */

import type { Action } from '#core/action.ts';
import { ms, type Span } from '#core/time.ts';
import type { Task } from '#core/task.ts';
import { unreachable } from '#core/unreachable.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import type { Stepper } from '#replay/stepper.svelte.ts';
import type { Selection } from '#timeline/selection.svelte.ts';
import type { Viewport } from '#timeline/viewport.svelte.ts';
import type { PlayCommandId } from '#keys/play-commands.ts';
import { stepAction } from './step-action.ts';
import { stepTask } from './step-task.ts';

export interface Playing {
  readonly playhead: Playhead;
  readonly viewport: Viewport;
  readonly selection: Selection;
  readonly stepper: Stepper;
  readonly tasks: () => readonly Task[];
  /** None while they are not known. */
  readonly actions: () => readonly Action[];
  /** Opens the field in which a time is written. */
  readonly askTime: () => void;
  readonly togglePanel: () => void;
  /** Escape: out of a field, then out of a mark, then out of the selection. */
  readonly leave: () => void;
}

const zoomStep = 1.6;

export function runPlayCommand(id: PlayCommandId, on: Playing): void {
  const { playhead, viewport, selection, stepper } = on;
  switch (id) {
    case 'play':
      return playhead.toggle();
    case 'pause':
      playhead.pause();
      return playhead.setSpeed(1);
    case 'faster':
      if (playhead.playing) return playhead.changeSpeed(1);
      return playhead.play();
    case 'slower':
      return playhead.changeSpeed(-1);
    case 'again':
      seekBy(on, -3000);
      return playhead.play();
    case 'skip idle':
      return playhead.setSkipIdle(!playhead.skipIdle);
    case 'loop':
      return playhead.setLoop(playhead.loop ? undefined : chosenSpan(on));
    case 'back':
      return seekBy(on, -1000);
    case 'on':
      return seekBy(on, 1000);
    case 'back far':
      return seekBy(on, -5000);
    case 'on far':
      return seekBy(on, 5000);
    case 'previous action':
      return stepAction(on, -1);
    case 'next action':
      return stepAction(on, 1);
    case 'previous keystroke':
      return stepper.step(-1, 'keystroke');
    case 'next keystroke':
      return stepper.step(1, 'keystroke');
    case 'previous page':
      return stepper.step(-1, 'page');
    case 'next page':
      return stepper.step(1, 'page');
    case 'shortest back':
      return stepper.step(-1, stepper.finest);
    case 'shortest on':
      return stepper.step(1, stepper.finest);
    case 'go to':
      return on.askTime();
    case 'to start':
      return playhead.seek(ms(0));
    case 'to end':
      return playhead.seek(playhead.durationMs);
    case 'previous task':
      return goToTask(on, -1);
    case 'next task':
      return goToTask(on, 1);
    case 'zoom in':
      return viewport.zoomNear(playhead.at, zoomStep);
    case 'zoom out':
      return viewport.zoomNear(playhead.at, 1 / zoomStep);
    case 'zoom fit':
      return viewport.fit();
    case 'zoom task': {
      const span = chosenSpan(on);
      return span && viewport.showWithMargin(span);
    }
    case 'window':
      if (selection.window) return selection.clearWindow();
      return selection.selectWindow(viewport);
    case 'panel':
      return on.togglePanel();
    case 'leave':
      return on.leave();
    default:
      return unreachable(id);
  }
}

/** The window, else the chosen task. */
function chosenSpan({ selection, tasks }: Playing): Span | undefined {
  return selection.window ?? tasks().find((task) => task.id === selection.taskId);
}

function seekBy({ playhead }: Playing, by: number): void {
  playhead.seek(ms(playhead.at + by));
}

function goToTask({ playhead, selection, tasks }: Playing, direction: 1 | -1): void {
  const task = stepTask(tasks(), selection.taskId, playhead.at, direction);
  if (task === undefined) return;
  selection.selectTask(task.id);
  playhead.seek(task.startsMs);
}
