import type { Action } from '#core/action.ts';
import type { Ms } from '#core/time.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import type { Stepper } from '#replay/stepper.svelte.ts';
import type { Selection } from '#timeline/selection.svelte.ts';

interface Walking {
  readonly playhead: Playhead;
  readonly stepper: Stepper;
  readonly selection: Selection;
  readonly actions: () => readonly Action[];
}

/** Goes to the action before or after and chooses it, so that keys mean it. Of several that began at
 * once, each has its turn. */
export function stepAction(on: Walking, direction: 1 | -1): void {
  const { playhead, stepper, selection } = on;
  const actions = on.actions();
  const beside = (selection.actionIndex ?? NaN) + direction;
  const startsHere = (index: number, at: Ms) => actions[index]?.startsMs === at;
  if (!playhead.playing && startsHere(beside - direction, playhead.at))
    if (startsHere(beside, playhead.at)) return selection.selectAction(beside);
  const { at } = playhead;
  stepper.step(direction, 'action');
  if (playhead.at === at) return;
  const here = ({ startsMs }: Action) => startsMs === playhead.at;
  const index = direction === 1 ? actions.findIndex(here) : actions.findLastIndex(here);
  if (index >= 0) selection.selectAction(index);
}
