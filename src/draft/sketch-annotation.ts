import type { Annotation } from '#core/annotation.ts';
import { contentOf, noContent, type Content } from '#core/content.ts';
import { applyEdit } from '#core/edit.ts';
import type { AnnotationId, IntentId, LabelSetId, SessionId, TaskId, UserId } from '#core/ids.ts';
import type { LogEntry } from '#core/log-entry.ts';
import { sameValue } from '#core/merge-edits.ts';
import { replayLog } from '#core/replay-log.ts';
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
  const edits: LogEntry[] = [];
  let made = 0;
  let pen: string | undefined;
  const contentNow = (log: readonly LogEntry[]) =>
    replayLog({ from: annotation.edits, entries: log })
      .entries.map(({ effect }) => effect!)
      .reduce(applyEdit, contentOf(annotation));

  const saveIn =
    (window: string | undefined): SaveEdits =>
    async (from, batch, content) => {
      await Promise.resolve();
      const trouble = server.trouble;
      if (trouble === 'offline' || trouble === 'invalid') throw refusal(trouble);
      const known = edits.slice(from - annotation.edits, from - annotation.edits + batch.length);
      const isKnown = known.every((entry, index) => sameValue(entry, batch[index]));
      const isBehind = from < annotation.edits + edits.length;
      if (!(isKnown && known.length === batch.length)) {
        if (pen !== undefined && pen !== window) throw refusal('held');
        if (isBehind && !isKnown) throw refusal('conflict');
        if (from > annotation.edits + edits.length) throw refusal('conflict');
        const log = [...edits, ...batch.slice(known.length)];
        if (!sameValue(contentNow(log), content)) throw refusal('invalid');
        edits.splice(0, Infinity, ...log);
        server.content = content;
      }
      if (trouble === 'lost') throw refusal('offline');
      return { edits: annotation.edits + edits.length, savedAt: epochMs(2000) };
    };

  const server = {
    content: contentOf(annotation),
    edits,
    /** n1, n2 …, over all windows. */
    makeId: () => `n${(made += 1)}` as TaskId,
    /** Taken by the next save: `lost` stores it but the answer never arrives. */
    trouble: undefined as 'offline' | 'lost' | 'invalid' | undefined,
    save: saveIn(undefined),
    saveIn,
    /** What a window hears that asks for the pen. */
    askIn: (window: string) => async (force: boolean) => {
      await Promise.resolve();
      if (server.trouble === 'offline') throw refusal('offline');
      if (force || pen === undefined) pen = window;
      return {
        isMine: pen === window,
        takenAt: epochMs(1500),
        savedAt: epochMs(2000),
        edits: annotation.edits + edits.length,
        status: annotation.status,
      };
    },
    drop: (window: string) => {
      if (pen === window) pen = undefined;
    },
    /** The content that the whole log comes to. */
    get replayed(): Content {
      return contentNow(edits);
    },
    get tasks(): readonly Task[] {
      return server.content.tasks;
    },
    get annotation(): Annotation {
      const entries = edits.map((entry) => ({ ...entry, at: epochMs(2000) }));
      return {
        ...annotation,
        ...server.content,
        edits: annotation.edits + edits.length,
        log: { from: annotation.edits, entries },
      };
    },
  };
  return server;
}

const refusal = (kind: string) => Object.assign(new Error(`refused: ${kind}`), { kind });
