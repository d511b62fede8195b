import { expect, test } from 'vitest';
import type { ActionLabel } from '#core/action-label.ts';
import { noContent } from '#core/content.ts';
import { applyEdit, invertEdit } from '#core/edit.ts';
import { changeLabel, dropLabels, toggleMark } from './action-label-edits.ts';

const wrong: ActionLabel = { action: '0:1-2:click', wrong: true };
const ground = (...actionLabels: ActionLabel[]) => ({ ...noContent, actionLabels });

const editOf = (outcome: ReturnType<typeof toggleMark>) => {
  if (!outcome.ok) throw new Error('refused');
  return outcome.value.edit;
};

test('a mark is set, and taken back by the same again', () => {
  const set = editOf(toggleMark(ground(), wrong.action, 'wrong'));
  expect(applyEdit(noContent, set).actionLabels).toEqual([wrong]);
  const back = editOf(toggleMark(ground(wrong), wrong.action, 'wrong'));
  expect(applyEdit(ground(wrong), back).actionLabels).toEqual([]);
});

test('marks and corrections of one action stand side by side', () => {
  const edit = editOf(changeLabel(ground(wrong), wrong.action, { text: 'order 1042' }));
  const after = applyEdit(ground(wrong), edit);
  expect(after.actionLabels).toEqual([{ ...wrong, text: 'order 1042' }]);
  expect(applyEdit(after, invertEdit(edit)).actionLabels).toEqual([wrong]);
});

test('taking the last thing back leaves no label behind', () => {
  const edit = editOf(changeLabel(ground(wrong), wrong.action, { wrong: undefined }));
  expect(edit).toEqual({ kind: 'label action', before: wrong });
});

test('labels are dropped together, and come back together', () => {
  const other: ActionLabel = { action: '0:5-6:type', target: 'Search' };
  const kept: ActionLabel = { action: '0:8-9:click', milestone: true };
  const before = ground(wrong, other, kept);
  const edit = editOf(dropLabels(before, [wrong.action, other.action]));
  const after = applyEdit(before, edit);
  expect(after.actionLabels).toEqual([kept]);
  expect(new Set(applyEdit(after, invertEdit(edit)).actionLabels)).toEqual(
    new Set(before.actionLabels),
  );
  expect(dropLabels(before, ['0:0-0:click']).ok).toBe(false);
});
