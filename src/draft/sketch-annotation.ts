import type { Annotation } from '#core/annotation.ts';
import { contentOf, noContent } from '#core/content.ts';
import { applyEdit, type Edit } from '#core/edit.ts';
import type { AnnotationId, IntentId, LabelSetId, SessionId, TaskId, UserId } from '#core/ids.ts';
import { newTask, type Task } from '#core/task.ts';
import { epochMs, ms } from '#core/time.ts';
import type { SaveEdits } from './save-state.ts';

/** Tasks for tests, drawn as text: `a:0-1000 b:1500-2000`. */
export function sketchTasks(text: string): Task[] {
  return [...text.matchAll(/(\S+):(\d+)-(\d+)/g)].map(([, id, starts, ends]) =>
    newTask(id as TaskId, { startsMs: ms(Number(starts)), endsMs: ms(Number(ends)) }),
  );
}

export function printTasks(tasks: readonly Task[]): string {
  return tasks.map((task) => `${task.id}:${task.startsMs}-${task.endsMs}`).join(' ');
}

/** A task with all that submitting asks for. */
export const named = (task: Task): Task => ({
  ...task,
  instruction: 'Find order 1042',
  intentId: 'find' as IntentId,
  outcome: 'success',
});

export function sketchAnnotation(tasks: string, more: Partial<Annotation> = {}): Annotation {
  return {
    id: 'annotation' as AnnotationId,
    sessionId: 'session' as SessionId,
    annotatorId: 'annotator' as UserId,
    annotatorName: 'Ada',
    labelSetId: 'labels' as LabelSetId,
    status: 'draft',
    revision: 0,
    edits: 0,
    ...noContent,
    tasks: sketchTasks(tasks),
    log: { from: 0, entries: [] },
    reviews: [],
    savedAt: epochMs(1000),
    ...more,
  };
}

/** A server for tests that stores edits by the rules of the real one, and fails on demand. */
export function sketchServer(annotation: Annotation) {
  const edits: Edit[] = [];
  let made = 0;
  const server = {
    content: contentOf(annotation),
    edits,
    /** n1, n2 …, over all windows. */
    makeId: () => `n${(made += 1)}` as TaskId,
    /** Taken by the next save: `lost` stores it but the answer never arrives. */
    trouble: undefined as 'offline' | 'lost' | 'invalid' | undefined,
    save: (async (from, batch, content) => {
      const trouble = server.trouble;
      if (trouble === 'offline' || trouble === 'invalid') throw refusal(trouble);
      const known = edits.slice(from - annotation.edits, from - annotation.edits + batch.length);
      const again = known.length === batch.length && same(known, batch);
      if (!again && from !== annotation.edits + edits.length) throw refusal('conflict');
      if (!again) {
        if (!same(batch.reduce(applyEdit, server.content), content)) throw refusal('invalid');
        edits.push(...batch);
        server.content = content;
      }
      if (trouble === 'lost') throw refusal('offline');
      return { edits: annotation.edits + edits.length, savedAt: epochMs(2000) };
    }) satisfies SaveEdits,
    get tasks(): readonly Task[] {
      return server.content.tasks;
    },
    get annotation(): Annotation {
      return { ...annotation, ...server.content, edits: annotation.edits + edits.length };
    },
  };
  return server;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const refusal = (kind: string) => Object.assign(new Error(`refused: ${kind}`), { kind });
