/** A draft wired to the database, and the pen that says whether this window edits it. */
import type { Annotation } from '#core/annotation.ts';
import { epochMs, type Ms } from '#core/time.ts';
import { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { Pen } from '#draft/pen.svelte.ts';
import { getAnnotation, saveEdits } from '#data/annotations.ts';
import { dropPen, takePen } from '#data/pens.ts';
import type { Supabase } from '#data/supabase.ts';
import { makeTaskId } from './make-task-id.ts';
import type { OpenedWindow } from './open-window.ts';

const timers = {
  set: (run: () => void, delayMs: number) => setTimeout(run, delayMs),
  clear: (timer: unknown) => clearTimeout(timer as number),
};

interface Opened extends OpenedWindow {
  readonly annotation: Annotation;
  readonly durationMs: Ms;
}

export function openDraft(
  client: Supabase,
  { annotation, durationMs, window, gone, keeper, notKept, pen: first, isAsked }: Opened,
): { readonly draft: AnnotationDraft; readonly pen: Pen } {
  const { id } = annotation;
  const draft = new AnnotationDraft({
    annotation,
    durationMs,
    save: (...batch) => saveEdits(client, { annotation: id, window }, ...batch),
    load: async () => (await getAnnotation(client, id)).annotation,
    lostPen: () => void pen.ask(),
    makeId: makeTaskId,
    timers,
    now: () => epochMs(Date.now()),
    keeper,
    notKept,
  });
  const pen = new Pen(first, {
    ask: (force) => takePen(client, id, { window, gone, force }),
    drop: () => dropPen(client, id, window),
    timers,
    heard: (state) => draft.hearPen(state),
  });
  draft.hearPen(first);
  if (!isAsked) void pen.ask();
  return { draft, pen };
}
