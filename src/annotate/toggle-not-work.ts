import { fail, type OutcomeOf } from '#core/outcome-of.ts';
import { formatTime, ms } from '#core/time.ts';
import { markNotWork, notWorkAt, takeBackNotWork } from '#draft/not-work-edits.ts';
import type { CuttingOptions } from './cutting.svelte.ts';

/** Takes back the stretch under the playhead; else marks the chosen window, or what lies between the
 * open mark and the playhead, as not work. */
export function toggleNotWork({
  draft,
  playhead,
  selection,
  tell,
}: Pick<CuttingOptions, 'draft' | 'playhead' | 'selection' | 'tell'>): OutcomeOf<unknown> {
  const { at } = playhead;
  const { window } = selection;
  const stretch = notWorkAt(draft.content, at);
  const { marking } = draft;
  if (stretch) {
    const done = draft.act(() => takeBackNotWork(stretch));
    if (done.ok)
      tell(`${formatTime(stretch.startsMs)}–${formatTime(stretch.endsMs)} is seen again.`);
    return done;
  }
  const open = marking === undefined ? undefined : [marking, at].sort((a, b) => a - b);
  const span = window ?? (open && { startsMs: ms(open[0]!), endsMs: ms(open[1]!) });
  if (span === undefined)
    return fail({
      path: 'not work',
      sentence:
        'Choose what is not work first: Shift-drag over the timeline, or mark where it starts and move to where it ends.',
    });
  const done = draft.act((ground) => markNotWork(ground, span));
  if (done.ok && window) selection.clearWindow();
  if (done.ok) tell('Marked as not work. Nobody who comes after sees it.');
  return done;
}
