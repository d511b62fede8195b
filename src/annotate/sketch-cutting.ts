import type { TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import { sketchAnnotation } from '#draft/sketch-annotation.ts';
import { sketchDraft } from '#draft/sketch-draft.ts';
import { printTree, sketchTree } from '#draft/sketch-ground.ts';
import { Playhead } from '#replay/playhead.svelte.ts';
import { Selection } from '#timeline/selection.svelte.ts';
import { Cutting } from './cutting.svelte.ts';
import type { HoldEnd } from './hold-key.ts';

/** Cutting for tests, in a session of ten seconds; keys are let go by hand. */
export function sketchCutting(tasks: string, more: { lagMs?: number; track?: Track } = {}) {
  const playhead = new Playhead(ms(10_000), []);
  const selection = new Selection();
  const told: string[] = [];
  let letGo: ((end: HoldEnd) => void) | undefined;
  const { draft } = sketchDraft(sketchAnnotation('', { tasks: sketchTree(tasks) }));
  const cutting = new Cutting({
    draft,
    playhead,
    selection,
    tell: (sentence) => told.push(sentence),
    track: () => more.track,
    lagMs: () => more.lagMs ?? 0,
    holdKey: (_, onend) => (letGo = onend),
  });
  return {
    cutting,
    draft,
    playhead,
    selection,
    told,
    choose: (id: string) => selection.selectTask(id as TaskId),
    letGo: (end: HoldEnd = 'released') => {
      letGo?.(end);
      letGo = undefined;
    },
    get printed() {
      return printTree(draft.tasks);
    },
  };
}
