import { expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import { printTasks, sketchAnnotation } from './sketch-annotation.ts';
import { sketchDraft } from './sketch-draft.ts';

const id = (name: string) => name as TaskId;
const sentenceOf = (outcome: { ok: boolean; problems?: readonly { sentence: string }[] }) =>
  outcome.problems?.[0]?.sentence;

test('start and end make a task, and undo opens it again', () => {
  const { draft } = sketchDraft(sketchAnnotation(''));
  draft.markStart(ms(100.4));
  expect(draft.marking).toBe(100);
  draft.markEnd(ms(900.6));
  expect(printTasks(draft.tasks)).toBe('n1:100-901');
  expect(draft.marking).toBeUndefined();
  draft.undo();
  expect(draft.tasks).toEqual([]);
  expect(draft.marking).toBe(100);
});

test('a draft is not called saved before its first edit is', async () => {
  const { draft } = sketchDraft(sketchAnnotation(''));
  expect(draft.saving.state.kind).toBe('untouched');
  draft.cut(ms(100));
  draft.markEnd(ms(400));
  await draft.flush();
  expect(draft.saving.state).toEqual({ kind: 'saved', at: 5000 });
  const again = sketchDraft(sketchAnnotation('a:100-400', { edits: 1 }));
  expect(again.draft.saving.state).toEqual({ kind: 'saved', at: 1000 });
});

test('cut ends one task and starts the next on the same millisecond', () => {
  const { draft } = sketchDraft(sketchAnnotation(''));
  for (const at of [100, 400, 900]) draft.cut(ms(at));
  draft.markEnd(ms(1000));
  expect(printTasks(draft.tasks)).toBe('n1:100-400 n2:400-900 n3:900-1000');
});

test('a task that would run into the next one ends where that starts', () => {
  const { draft } = sketchDraft(sketchAnnotation('a:500-800'));
  draft.markStart(ms(100));
  draft.cut(ms(650));
  expect(printTasks(draft.tasks)).toBe('n1:100-500 a:500-800');
  expect(draft.marking).toBeUndefined();
});

test('refusals say where and why, and change nothing', () => {
  const { draft } = sketchDraft(sketchAnnotation('a:500-800'));
  expect(sentenceOf(draft.markStart(ms(600)))).toMatch(/inside task 1/);
  expect(sentenceOf(draft.markEnd(ms(600)))).toMatch(/No task is open/);
  expect(sentenceOf(draft.split(ms(100)))).toMatch(/no task at 0:00.100/);
  draft.markStart(ms(900));
  expect(sentenceOf(draft.markEnd(ms(900)))).toMatch(/must end after it starts/);
  expect(sentenceOf(draft.markStart(ms(10_000)))).toMatch(/session ends here/);
  expect(draft.undo()).toBeUndefined();
  expect(draft.marking).toBeUndefined();
  expect(draft.canUndo).toBe(false);
  expect(printTasks(draft.tasks)).toBe('a:500-800');
});

test('an edge stops at its neighbour and never shoves it', () => {
  const { draft } = sketchDraft(sketchAnnotation('a:100-500 b:600-900'));
  draft.moveEdge(id('a'), 'end', ms(700));
  draft.moveEdge(id('b'), 'start', ms(0));
  draft.moveEdge(id('a'), 'start', ms(-50));
  draft.moveEdge(id('b'), 'end', ms(99_999));
  expect(printTasks(draft.tasks)).toBe('a:0-600 b:600-10000');
});

test('the moves of one drag are undone at once, and so is a typed sentence', () => {
  const { draft } = sketchDraft(sketchAnnotation('a:100-500'));
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
  const { draft } = sketchDraft(sketchAnnotation('a:100-500'));
  draft.changeTask(id('a'), { instruction: 'Find', outcome: 'success' });
  expect(draft.split(ms(300))).toEqual({ ok: true, value: 'n1' });
  expect(draft.tasks).toMatchObject([
    { id: 'a', endsMs: 300, instruction: 'Find', outcome: 'success' },
    { id: 'n1', startsMs: 300, endsMs: 500, instruction: '' },
  ]);
  expect(draft.tasks[1]?.outcome).toBeUndefined();
});

test.each(['submitted', 'approved', 'rejected'] as const)('nothing edits what is %s', (status) => {
  const { draft } = sketchDraft(sketchAnnotation('a:100-500', { status, revision: 1 }));
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
  const { draft, server } = sketchDraft(sketchAnnotation(''));
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
  const { draft, server } = sketchDraft(sketchAnnotation(''));
  server.trouble = 'offline';
  draft.addTask({ startsMs: ms(0), endsMs: ms(500) });
  let sent = false;
  expect(await draft.submit(() => Promise.reject((sent = true)))).toBe(false);
  expect(sent).toBe(false);
});
