import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotation.ts';
import type { TaskId } from '#core/ids.ts';
import { checkTasks } from '#core/task.ts';
import { epochMs, ms } from '#core/time.ts';
import { AnnotationDraft } from './annotation-draft.svelte.ts';
import { handTimers } from './hand-timers.ts';
import { printTasks, sketchAnnotation, sketchServer } from './sketch-annotation.ts';

const durationMs = ms(10_000);

function openDraft(annotation: Annotation) {
  const timers = handTimers();
  const server = sketchServer(annotation);
  let made = 0;
  const draft = new AnnotationDraft({
    annotation,
    durationMs,
    save: server.save,
    makeId: () => `n${(made += 1)}` as TaskId,
    timers,
    now: () => epochMs(5000),
  });
  return { draft, timers, server };
}

const id = (name: string) => name as TaskId;
const sentenceOf = (outcome: { ok: boolean; problems?: readonly { sentence: string }[] }) =>
  outcome.problems?.[0]?.sentence;

test('start and end make a task, and undo opens it again', () => {
  const { draft } = openDraft(sketchAnnotation(''));
  draft.markStart(ms(100.4));
  expect(draft.marking).toBe(100);
  draft.markEnd(ms(900.6));
  expect(printTasks(draft.tasks)).toBe('n1:100-901');
  expect(draft.marking).toBeUndefined();
  draft.undo();
  expect(draft.tasks).toEqual([]);
  expect(draft.marking).toBe(100);
});

test('cut ends one task and starts the next on the same millisecond', () => {
  const { draft } = openDraft(sketchAnnotation(''));
  for (const at of [100, 400, 900]) draft.cut(ms(at));
  draft.markEnd(ms(1000));
  expect(printTasks(draft.tasks)).toBe('n1:100-400 n2:400-900 n3:900-1000');
});

test('a task that would run into the next one ends where that starts', () => {
  const { draft } = openDraft(sketchAnnotation('a:500-800'));
  draft.markStart(ms(100));
  draft.cut(ms(650));
  expect(printTasks(draft.tasks)).toBe('n1:100-500 a:500-800');
  expect(draft.marking).toBeUndefined();
});

test('refusals say where and why, and change nothing', () => {
  const { draft } = openDraft(sketchAnnotation('a:500-800'));
  expect(sentenceOf(draft.markStart(ms(600)))).toMatch(/inside task 1/);
  expect(sentenceOf(draft.markEnd(ms(600)))).toMatch(/No task is open/);
  expect(sentenceOf(draft.split(ms(100)))).toMatch(/no task at 0:00.100/);
  draft.markStart(ms(900));
  expect(sentenceOf(draft.markEnd(ms(900)))).toMatch(/must end after it starts/);
  expect(sentenceOf(draft.markStart(ms(10_000)))).toMatch(/session ends here/);
  expect(printTasks(draft.tasks)).toBe('a:500-800');
  expect(draft.canUndo).toBe(false);
});

test('an edge stops at its neighbour and never shoves it', () => {
  const { draft } = openDraft(sketchAnnotation('a:100-500 b:600-900'));
  draft.moveEdge(id('a'), 'end', ms(700));
  draft.moveEdge(id('b'), 'start', ms(0));
  draft.moveEdge(id('a'), 'start', ms(-50));
  draft.moveEdge(id('b'), 'end', ms(99_999));
  expect(printTasks(draft.tasks)).toBe('a:0-600 b:600-10000');
});

test('the moves of one drag are undone at once, and so is a typed sentence', () => {
  const { draft } = openDraft(sketchAnnotation('a:100-500'));
  for (const at of [510, 530, 560]) draft.moveEdge(id('a'), 'end', ms(at), 'drag');
  draft.endGesture();
  for (const instruction of ['F', 'Fi', 'Find'])
    draft.changeTask(id('a'), { instruction }, 'instruction');
  draft.undo();
  expect(draft.tasks[0]).toMatchObject({ endsMs: 560, instruction: '' });
  draft.undo();
  expect(draft.tasks[0]?.endsMs).toBe(500);
  expect(draft.undo()).toBeUndefined();
  draft.redo();
  draft.redo();
  expect(draft.tasks[0]).toMatchObject({ endsMs: 560, instruction: 'Find' });
});

test('split leaves the words with the first part', () => {
  const { draft } = openDraft(sketchAnnotation('a:100-500'));
  draft.changeTask(id('a'), { instruction: 'Find', outcome: 'success' });
  expect(draft.split(ms(300))).toEqual({ ok: true, value: 'n1' });
  expect(draft.tasks).toMatchObject([
    { id: 'a', endsMs: 300, instruction: 'Find', outcome: 'success' },
    { id: 'n1', startsMs: 300, endsMs: 500, instruction: '' },
  ]);
  expect(draft.tasks[1]?.outcome).toBeUndefined();
});

test.each(['submitted', 'approved', 'rejected'] as const)('nothing edits what is %s', (status) => {
  const { draft } = openDraft(sketchAnnotation('a:100-500', { status, revision: 1 }));
  const acts = [
    draft.markStart(ms(600)),
    draft.addTask({ startsMs: ms(600), endsMs: ms(700) }),
    draft.changeTask(id('a'), { notes: 'x' }),
    draft.moveEdge(id('a'), 'end', ms(400)),
    draft.removeTask(id('a')),
    draft.split(ms(300)),
  ];
  for (const act of acts) expect(sentenceOf(act)).toContain(status);
  expect(printTasks(draft.tasks)).toBe('a:100-500');
});

test('submitting sends what is left first, and what comes back can’t be edited', async () => {
  const { draft, server } = openDraft(sketchAnnotation(''));
  draft.addTask({ startsMs: ms(0), endsMs: ms(500) });
  const handed = await draft.submit((edits) =>
    Promise.resolve({ ...server.annotation, edits, status: 'submitted' as const, revision: 1 }),
  );
  expect(handed).toBe(true);
  expect(server.edits).toHaveLength(1);
  expect(draft.editable).toBe(false);
  expect(printTasks(draft.tasks)).toBe('n1:0-500');
});

test('what could not be saved is not submitted', async () => {
  const { draft, server } = openDraft(sketchAnnotation(''));
  server.trouble = 'offline';
  draft.addTask({ startsMs: ms(0), endsMs: ms(500) });
  let sent = false;
  expect(await draft.submit(() => Promise.reject((sent = true)))).toBe(false);
  expect(sent).toBe(false);
});

const at = fc.integer({ min: -100, max: 10_100 });
const pick = fc.nat(50);
const act = fc.oneof(
  fc.record({ do: fc.constant('start'), at }),
  fc.record({ do: fc.constant('end'), at }),
  fc.record({ do: fc.constant('cut'), at }),
  fc.record({ do: fc.constant('split'), at }),
  fc.record({ do: fc.constant('add'), at, to: at }),
  fc.record({ do: fc.constant('move'), at, pick, edge: fc.constantFrom('start', 'end') }),
  fc.record({ do: fc.constant('drag'), at, pick, edge: fc.constantFrom('start', 'end') }),
  fc.record({ do: fc.constant('type'), pick, text: fc.string({ maxLength: 3 }) }),
  fc.record({ do: fc.constant('remove'), pick }),
  fc.record({ do: fc.constant('undo') }),
  fc.record({ do: fc.constant('redo') }),
);

function perform(draft: AnnotationDraft, each: Record<string, unknown>): void {
  const time = ms(each['at'] as number);
  const task = draft.tasks[(each['pick'] as number) % draft.tasks.length];
  const edge = each['edge'] as 'start' | 'end';
  if (each['do'] === 'start') draft.markStart(time);
  if (each['do'] === 'end') draft.markEnd(time);
  if (each['do'] === 'cut') draft.cut(time);
  if (each['do'] === 'split') draft.split(time);
  if (each['do'] === 'add') draft.addTask({ startsMs: time, endsMs: ms(each['to'] as number) });
  if (each['do'] === 'undo') draft.undo();
  if (each['do'] === 'redo') draft.redo();
  if (task === undefined) return;
  if (each['do'] === 'move') draft.moveEdge(task.id, edge, time);
  if (each['do'] === 'drag') draft.moveEdge(task.id, edge, time, 'drag');
  if (each['do'] === 'type') draft.changeTask(task.id, { notes: each['text'] as string }, 'notes');
  if (each['do'] === 'remove') draft.removeTask(task.id);
}

test('whatever is done, undone and redone, the tasks keep their rules', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { draft } = openDraft(sketchAnnotation('a:1000-2000 b:2000-3500'));
      for (const each of acts) {
        perform(draft, each);
        expect(checkTasks(draft.tasks, durationMs).ok).toBe(true);
      }
    }),
  );
});

test('undoing all gives what there was, redoing all gives what there is', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { draft } = openDraft(sketchAnnotation('a:1000-2000 b:2000-3500'));
      const before = JSON.stringify(draft.tasks);
      for (const each of acts) perform(draft, each);
      while (draft.canRedo) draft.redo();
      const after = JSON.stringify(draft.tasks);
      while (draft.canUndo) draft.undo();
      expect(JSON.stringify(draft.tasks)).toBe(before);
      while (draft.canRedo) draft.redo();
      expect(JSON.stringify(draft.tasks)).toBe(after);
    }),
  );
});

test('what the server stores is what stands here, however saving went', async () => {
  const trouble = fc.constantFrom(undefined, undefined, 'offline' as const, 'lost' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(act, trouble), { maxLength: 30 }), async (acts) => {
      const { draft, timers, server } = openDraft(sketchAnnotation('a:1000-2000 b:2000-3500'));
      for (const [each, next] of acts) {
        server.trouble = next;
        perform(draft, each);
        if (each.do !== 'type') await timers.fire();
      }
      server.trouble = undefined;
      await draft.flush();
      expect(draft.saving.count).toBe(0);
      expect(JSON.stringify(server.tasks)).toBe(JSON.stringify(draft.tasks));
    }),
  );
});
