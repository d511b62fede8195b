import { expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import type { AnnotationDraft } from './annotation-draft.svelte.ts';
import { historyLines } from './history-lines.ts';
import { sketchAnnotation } from './sketch-annotation.ts';
import { sketchDraft } from './sketch-draft.ts';

const id = (name: string) => name as TaskId;
const linesOf = (draft: AnnotationDraft, most?: number) =>
  historyLines({ log: draft.log.log, replayed: draft.log.replayed, content: draft.content }, most);
const printed = (draft: AnnotationDraft) =>
  linesOf(draft).map(
    ({ sentence, isNow, isTakenBack }) =>
      `${isNow ? '→ ' : ''}${isTakenBack ? '✗ ' : ''}${sentence}`,
  );

function sketch(): AnnotationDraft {
  const { draft } = sketchDraft(sketchAnnotation('a:1000-2000'));
  draft.addTask({ startsMs: ms(0), endsMs: ms(500) });
  for (const instruction of ['F', 'Fi', 'Find'])
    draft.changeTask(id('a'), { instruction }, 'instruction');
  draft.removeTask(id('a'));
  return draft;
}

test('each step is a line, newest first, with the numbers tasks had then', () => {
  expect(printed(sketch())).toEqual([
    '→ Removed task 2 “Find”',
    'Named task 2 “Find”',
    'Added task 1, 0:00.000 to 0:00.500',
  ]);
});

test('what was taken back says so, and the step that stands is marked', () => {
  const draft = sketch();
  draft.undo();
  draft.undo();
  draft.redo();
  expect(printed(draft)).toEqual([
    'Did again: named task 2 “Find”',
    'Took back: named task 2 “Find”',
    'Took back: removed task 2 “Find”',
    '✗ Removed task 2 “Find”',
    '→ Named task 2 “Find”',
    'Added task 1, 0:00.000 to 0:00.500',
  ]);
});

test('going to a line brings back what was said then, on a branch left behind too', () => {
  const draft = sketch();
  const removed = draft.content;
  const line = linesOf(draft)[0]!;
  expect(line.canGoTo).toBe(false);
  draft.undo();
  draft.changeTask(id('a'), { outcome: 'success' });
  const back = linesOf(draft).find(({ number }) => number === line.number)!;
  expect(back).toMatchObject({ isTakenBack: true, canGoTo: true });
  draft.goTo(back.stands);
  expect(draft.content).toEqual(removed);
});

test('only so many lines are made as are asked for', () => {
  expect(linesOf(sketch(), 2)).toHaveLength(2);
});
