import { expect, test } from 'vitest';
import type { IntentId, TaskId } from '#core/ids.ts';
import type { Intent } from '#core/label-set.ts';
import { ms } from '#core/time.ts';
import { Playhead } from '#replay/playhead.svelte.ts';
import { Selection } from '#timeline/selection.svelte.ts';
import { Labeling } from './labeling.svelte.ts';
import { printTasks, sketchAnnotation } from '#draft/sketch-annotation.ts';
import { sketchDraft } from '#draft/sketch-draft.ts';

const intents = ['find', 'change'].map((slug): Intent => ({
  id: slug as IntentId,
  slug,
  title: slug,
}));

function openLabeling(tasks: string) {
  const playhead = new Playhead(ms(10_000), []);
  const selection = new Selection();
  const told: string[] = [];
  let undo = () => {};
  const { draft } = sketchDraft(sketchAnnotation(tasks));
  const labeling = new Labeling({
    draft,
    playhead,
    selection,
    intents,
    actions: () => [],
    showActions: () => told.push('actions'),
    tell: (sentence, takeBack) => {
      told.push(sentence);
      if (takeBack) undo = takeBack;
    },
    submit: () => told.push('submit'),
    nextSession: () => told.push('next'),
    history: () => told.push('history'),
    decline: () => told.push('next'),
    takeOver: () => told.push('take over'),
    labelAgain: () => told.push('label again'),
    resolve: (keep) => told.push(`keep ${keep}`),
    moveLabels: () => told.push('move labels'),
  });
  return { labeling, draft, playhead, selection, told, undo: () => undo() };
}

test('cutting while it plays chooses the task just ended', () => {
  const { labeling, draft, playhead, selection } = openLabeling('');
  for (const at of [100, 900, 2000]) {
    playhead.advance(ms(at));
    labeling.run('cut', 'e');
  }
  expect(printTasks(draft.tasks)).toBe('n1:100-900 n2:900-2000');
  expect(draft.marking).toBe(2000);
  expect(selection.taskId).toBe('n2');
});

test('numbers name the chosen task; the same outcome again takes it back', () => {
  const { labeling, selection } = openLabeling('a:0-1000');
  labeling.run('intent', '1');
  expect(labeling.task).toBeUndefined();
  selection.selectTask('a' as TaskId);
  labeling.run('intent', '2');
  labeling.run('intent', '7');
  labeling.run('outcome', 'shift+3');
  expect(labeling.task).toMatchObject({ intentId: 'change', outcome: 'failure' });
  labeling.run('outcome', 'shift+3');
  expect(labeling.task?.outcome).toBeUndefined();
});

test('nudges move the chosen edge and show the page there', () => {
  const { labeling, playhead, selection } = openLabeling('a:1000-2000');
  selection.selectTask('a' as TaskId);
  labeling.run('later', ']');
  labeling.run('slightly later', '}');
  expect(labeling.task?.endsMs).toBe(2110);
  expect(playhead.at).toBe(2110);
  labeling.run('other edge', 'b');
  expect(playhead.at).toBe(1000);
  labeling.run('earlier', '[');
  expect(labeling.task?.startsMs).toBe(900);
  playhead.seek(ms(1500));
  labeling.run('end here', 'shift+o');
  expect(labeling.task?.endsMs).toBe(1500);
});

test('removing turns to the task beside it, and can be taken back', () => {
  const { labeling, draft, selection, told, undo } = openLabeling('a:0-10 b:10-20 c:20-30');
  selection.selectTask('b' as TaskId);
  labeling.run('remove', 'backspace');
  expect(printTasks(draft.tasks)).toBe('a:0-10 c:20-30');
  expect(selection.taskId).toBe('c');
  expect(told).toEqual(['Task 2 removed.']);
  undo();
  expect(printTasks(draft.tasks)).toBe('a:0-10 b:10-20 c:20-30');
  expect(selection.taskId).toBe('b');
});

test('taking back a removal never takes back something else', () => {
  const { labeling, draft, selection, told, undo } = openLabeling('a:0-10 b:10-20');
  selection.selectTask('b' as TaskId);
  labeling.run('remove', 'backspace');
  labeling.run('undo', '');
  labeling.run('outcome', 'shift+1');
  undo();
  expect(draft.tasks[1]?.outcome).toBe('success');
  expect(told.at(-1)).toMatch(/Other edits came after/);
});

test('what can’t be done is told, not thrown', () => {
  const { labeling, told } = openLabeling('a:0-1000');
  labeling.run('start', 'i');
  labeling.run('end', 'o');
  labeling.run('remove', 'backspace');
  expect(told).toEqual([
    expect.stringContaining('inside task 1'),
    expect.stringContaining('No task is open'),
  ]);
});

test('a field is asked for once', () => {
  const { labeling, selection } = openLabeling('a:0-1000');
  labeling.naming.focus('intent', 'a' as TaskId);
  expect(selection.taskId).toBe('a');
  expect(labeling.naming.wanted).toEqual({ taskId: 'a', field: 'intent' });
  labeling.naming.focused();
  expect(labeling.naming.wanted).toBeUndefined();
});
