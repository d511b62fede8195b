import type { Annotation } from '#core/annotation.ts';
import { epochMs, ms } from '#core/time.ts';
import { AnnotationDraft } from './annotation-draft.svelte.ts';
import { handTimers } from './hand-timers.ts';
import type { WorkKeeper } from './kept-work.ts';
import { sketchServer } from './sketch-annotation.ts';

/** A draft for tests, of a session of ten seconds, in front of a server; new tasks are n1, n2 … */
export function sketchDraft(
  annotation: Annotation,
  server = sketchServer(annotation),
  keeper?: WorkKeeper,
) {
  const timers = handTimers();
  const draft = new AnnotationDraft({
    annotation,
    durationMs: ms(10_000),
    save: server.save,
    load: () => Promise.resolve(server.annotation),
    makeId: server.makeId,
    timers,
    now: () => epochMs(5000),
    keeper,
  });
  return { draft, timers, server };
}
