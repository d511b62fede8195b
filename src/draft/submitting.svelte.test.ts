import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotation.ts';
import type { TaskId } from '#core/ids.ts';
import { fieldOf } from '#naming/field-of.ts';
import { named, sketchAnnotation, sketchTasks } from './sketch-annotation.ts';
import { sketchDraft } from './sketch-draft.ts';
import { Submitting } from './submitting.svelte.ts';

function openSubmitting(annotation: Annotation, answer?: () => Promise<Annotation>) {
  const { draft, server } = sketchDraft(annotation);
  const submitting = new Submitting(
    draft,
    answer ??
      ((edits) =>
        Promise.resolve({ ...server.annotation, edits, status: 'submitted', revision: 1 })),
  );
  return { submitting, draft, server };
}

const whole = sketchAnnotation('', { tasks: sketchTasks('a:0-1000').map(named) });

test('what is missing is listed, each with its field, until nothing is', async () => {
  const { submitting, draft } = openSubmitting(sketchAnnotation('a:0-1000'));
  await submitting.submit();
  expect(submitting.problems.map((problem) => fieldOf(problem.path))).toEqual([
    { number: '1', field: 'instruction' },
    { number: '1', field: 'intent' },
    { number: '1', field: 'outcome' },
  ]);
  draft.changeTask('a' as TaskId, { instruction: 'Find it', outcome: 'success' });
  expect(submitting.problems).toHaveLength(1);
});

test('nothing to submit is said without a field', async () => {
  const { submitting } = openSubmitting(sketchAnnotation(''));
  await submitting.submit();
  expect(submitting.problems).toMatchObject([{ path: 'tasks' }]);
  expect(fieldOf('tasks')).toBeUndefined();
});

test('a whole annotation is handed in once', async () => {
  const { submitting, draft } = openSubmitting(whole);
  await Promise.all([submitting.submit(), submitting.submit()]);
  expect(submitting.state).toEqual({ kind: 'submitted', revision: 1 });
  expect(draft.editable).toBe(false);
});

test('a refusal is told in its own words and can be tried again', async () => {
  let refuse = true;
  const { submitting, draft } = openSubmitting(whole, () =>
    refuse
      ? Promise.reject(new Error('This annotation is already submitted.'))
      : Promise.resolve({ ...whole, status: 'submitted', revision: 1 }),
  );
  await submitting.submit();
  expect(submitting.state).toEqual({
    kind: 'failed',
    sentence: 'This annotation is already submitted.',
  });
  expect(draft.editable).toBe(true);
  refuse = false;
  await submitting.submit();
  expect(submitting.state.kind).toBe('submitted');
});

test('unsaved work is never submitted around', async () => {
  const { submitting, draft, server } = openSubmitting(whole);
  draft.changeTask('a' as TaskId, { notes: 'late' });
  server.trouble = 'offline';
  await submitting.submit();
  expect(submitting.state).toMatchObject({ kind: 'failed' });
  expect(draft.saving.count).toBe(1);
});
