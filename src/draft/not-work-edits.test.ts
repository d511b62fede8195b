import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import { ms, overlaps, type Span } from '#core/time.ts';
import { markNotWork, notWorkAt, takeBackNotWork } from './not-work-edits.ts';
import { sketchAnnotation } from './sketch-annotation.ts';
import { sketchDraft } from './sketch-draft.ts';
import { addTask, markStart, endMark } from './task-edits.ts';

const span = (startsMs: number, endsMs: number): Span => ({
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
});
const draftOf = (tasks: string) => sketchDraft(sketchAnnotation(tasks)).draft;
type Draft = ReturnType<typeof draftOf>;
const stretches = ({ content }: Draft) =>
  content.notWork.map(({ startsMs, endsMs }) => `${startsMs}-${endsMs}`).join(' ');
const why = (outcome: ReturnType<Draft['act']>) =>
  outcome.ok ? '' : outcome.problems.map(({ sentence }) => sentence).join(' ');

describe('a stretch that is not work', () => {
  test('is marked, found, taken back and undone', () => {
    const draft = draftOf('a:0-1000');
    expect(draft.act((ground) => markNotWork(ground, span(2000, 3000))).ok).toBe(true);
    expect(stretches(draft)).toBe('2000-3000');
    const stretch = notWorkAt(draft.content, ms(2500))!;
    expect(notWorkAt(draft.content, ms(3000))).toBeUndefined();
    draft.act(() => takeBackNotWork(stretch));
    expect(stretches(draft)).toBe('');
    draft.undo();
    expect(stretches(draft)).toBe('2000-3000');
    draft.undo();
    expect(stretches(draft)).toBe('');
  });

  test('joins those it meets, as one step', () => {
    const draft = draftOf('');
    for (const each of [span(1000, 2000), span(3000, 4000), span(1500, 3000)])
      draft.act((ground) => markNotWork(ground, each));
    expect(stretches(draft)).toBe('1000-4000');
    draft.undo();
    expect(stretches(draft)).toBe('1000-2000 3000-4000');
  });

  test('is refused over a task, with a sentence, and closes the mark it takes in', () => {
    const draft = draftOf('a:0-1000');
    expect(why(draft.act((ground) => markNotWork(ground, span(500, 3000))))).toMatch(
      /^Task 1 would lie over 0:00.500–0:03.000, which is not work/,
    );
    expect(why(draft.act((ground) => markNotWork(ground, span(2000, 2050))))).toMatch(/too short/);
    draft.act((ground) => markStart(ground, ms(2000)));
    draft.act((ground) => markNotWork(ground, span(2000, 3000)));
    expect(draft.marking).toBeUndefined();
  });

  test('has no task made over it, nor an edge moved into it', () => {
    const draft = draftOf('a:0-1000');
    draft.act((ground) => markNotWork(ground, span(2000, 3000)));
    expect(why(draft.act((ground) => addTask(ground, span(1500, 4000))))).toMatch(/not work/);
    draft.act((ground) => markStart(ground, ms(1500)));
    expect(draft.act((ground) => endMark(ground, ms(3500), false)).ok).toBe(false);
    draft.moveEdge('a' as TaskId, 'end', ms(2700));
    expect(draft.tasks[0]?.endsMs).toBe(2000);
  });
});

test('whatever is marked, made and moved, tasks and stretches never lie over each other', () => {
  const time = fc.integer({ min: 0, max: 10_000 });
  const acts = fc.array(
    fc.tuple(fc.constantFrom('task', 'stretch', 'start', 'end', 'undo', 'redo'), time, time),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(acts, (done) => {
      const draft = draftOf('');
      for (const [what, one, other] of done) {
        const wanted = span(Math.min(one, other), Math.max(one, other));
        const first = draft.tasks[0];
        if (what === 'task') draft.act((ground) => addTask(ground, wanted));
        if (what === 'stretch') draft.act((ground) => markNotWork(ground, wanted));
        if (first && (what === 'start' || what === 'end')) draft.moveEdge(first.id, what, ms(one));
        if (what === 'undo') draft.undo();
        if (what === 'redo') draft.redo();
        const { tasks, notWork } = draft.content;
        for (const stretch of notWork)
          expect(tasks.some((task) => overlaps(task, stretch))).toBe(false);
      }
    }),
  );
});
