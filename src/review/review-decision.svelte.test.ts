import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotation.ts';
import type { Decision } from '#core/review.ts';
import { ReviewDecision } from './review-decision.svelte.ts';

const submitted = { status: 'submitted', revision: 2, reviews: [] } as unknown as Annotation;

function openDecision(annotation = submitted, answer?: () => Promise<Annotation>) {
  const sent: [Decision, string][] = [];
  const deciding = new ReviewDecision(annotation, (decision, comment) => {
    sent.push([decision, comment]);
    return answer?.() ?? Promise.resolve({ ...annotation, status: 'approved' });
  });
  return { deciding, sent };
}

test('approving needs no comment', async () => {
  const { deciding, sent } = openDecision();
  deciding.choose('approve');
  expect(await deciding.send()).toBe(true);
  expect(sent).toEqual([['approve', '']]);
  expect(deciding.state).toEqual({ kind: 'decided', decision: 'approve' });
  expect(deciding.open).toBe(false);
});

test.each(['request changes', 'reject'] as const)('%s needs a reason', async (decision) => {
  const { deciding, sent } = openDecision();
  deciding.choose(decision);
  expect(deciding.commentProblem).toBeUndefined();
  deciding.write('  ');
  expect(await deciding.send()).toBe(false);
  expect(deciding.commentProblem).toMatch(/Say why/);
  expect(sent).toEqual([]);
  deciding.write(' Task 2 ends too late. ');
  expect(deciding.commentProblem).toBeUndefined();
  expect(await deciding.send()).toBe(true);
  expect(sent).toEqual([[decision, 'Task 2 ends too late.']]);
});

test('nothing is sent before something is chosen, nor twice', async () => {
  let answer = (_: Annotation) => {};
  const { deciding, sent } = openDecision(
    submitted,
    () => new Promise((resolve) => (answer = resolve)),
  );
  expect(await deciding.send()).toBe(false);
  deciding.choose('approve');
  const first = deciding.send();
  expect(await deciding.send()).toBe(false);
  deciding.choose('reject');
  expect(deciding.choice).toBe('approve');
  answer({ ...submitted, status: 'approved' });
  await first;
  expect(sent).toHaveLength(1);
});

test('a refusal is told, what was written stays, and it can be sent again', async () => {
  let refuse = true;
  const { deciding } = openDecision(submitted, () =>
    refuse
      ? Promise.reject(new Error('Revision 3 was submitted meanwhile.'))
      : Promise.resolve({ ...submitted, status: 'rejected' }),
  );
  deciding.choose('reject');
  deciding.write('Not this person’s work.');
  await deciding.send();
  expect(deciding.state).toEqual({
    kind: 'failed',
    sentence: 'Revision 3 was submitted meanwhile.',
  });
  expect(deciding.comment).toBe('Not this person’s work.');
  refuse = false;
  expect(await deciding.send()).toBe(true);
});

test.each(['approved', 'rejected', 'changes requested'] as const)(
  'what is %s takes no further decision',
  async (status) => {
    const { deciding, sent } = openDecision({ ...submitted, status });
    deciding.choose('approve');
    expect(deciding.choice).toBeUndefined();
    expect(await deciding.send()).toBe(false);
    expect(sent).toEqual([]);
  },
);
