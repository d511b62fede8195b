import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTasks } from '#core/check-tasks.ts';
import type { IntentId, NotWorkId } from '#core/ids.ts';
import type { Suggestion } from '#core/suggestion.ts';
import { ms } from '#core/time.ts';
import { SketchGround } from './sketch-ground.ts';
import { acceptAll, acceptSuggestion, freePartOf, takeEdge } from './suggestion-edits.ts';
import { markStart, moveEdge } from './task-edits.ts';

const suggest = (startsMs: number, endsMs: number, more: Partial<Suggestion> = {}): Suggestion => ({
  id: `s:${startsMs}-${endsMs}`,
  suggester: 'tasktape/1',
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  instruction: 'Start picking: BH-1045',
  score: 0.8,
  startReasons: [],
  endReasons: [],
  ...more,
});

test('what is accepted is a task that says where it came from', () => {
  const at = new SketchGround('');
  const intentId = 'pick' as IntentId;
  const suggestion = suggest(1000, 3000, { intent: 'move/pick' });
  at.act((ground) =>
    acceptSuggestion(ground, suggestion, (slug) => (slug === 'move/pick' ? intentId : undefined)),
  );
  expect(at.content.tasks).toMatchObject([
    {
      startsMs: 1000,
      endsMs: 3000,
      instruction: 'Start picking: BH-1045',
      intentId,
      startOrigin: 'suggestion',
      endOrigin: 'suggestion',
      source: { suggester: 'tasktape/1', certainty: 0.8 },
    },
  ]);
});

test('an edge that is moved afterwards is the hand’s; the source and the other edge stay', () => {
  const at = new SketchGround('');
  at.act((ground) => acceptSuggestion(ground, suggest(1000, 3000)));
  at.act((ground) => moveEdge(ground, at.task('n1'), { edge: 'end', at: ms(3500) }));
  expect(at.task('n1')).toMatchObject({
    startOrigin: 'suggestion',
    endOrigin: 'hand',
    source: { suggester: 'tasktape/1' },
  });
});

test('a suggestion gives way to what is labeled, and is not to be had where most of it is', () => {
  const at = new SketchGround('a:0-1500 b:2800-4000');
  expect(freePartOf(at.content, suggest(1000, 3000))).toEqual({ startsMs: 1500, endsMs: 2800 });
  expect(freePartOf(at.content, suggest(500, 2000))).toBeUndefined();
  at.act((ground) => acceptSuggestion(ground, suggest(1000, 3000)));
  expect(at.task('n1')).toMatchObject({ startOrigin: 'snap', endOrigin: 'snap' });
  expect(at.act((ground) => acceptSuggestion(ground, suggest(500, 2000)))).toMatch(
    /labeled already/,
  );
});

test('a stretch that is not work is left alone', () => {
  const stretch = { id: 'w' as NotWorkId, startsMs: ms(1000), endsMs: ms(2900) };
  expect(freePartOf({ tasks: [], notWork: [stretch] }, suggest(1000, 3000))).toBeUndefined();
});

test('what was being marked inside of it is marked no more', () => {
  const at = new SketchGround('');
  at.act((ground) => markStart(ground, ms(1500)));
  at.act((ground) => acceptSuggestion(ground, suggest(1000, 3000)));
  expect(at.content.marking).toBeUndefined();
  at.act((ground) => markStart(ground, ms(5000)));
  at.act((ground) => acceptSuggestion(ground, suggest(3000, 4000)));
  expect(at.content.marking).toBe(5000);
});

test('all at once is one step, and passes over what overlaps', () => {
  const at = new SketchGround('');
  const all = [suggest(0, 1000), suggest(100, 900), suggest(2000, 3000)];
  at.act((ground) => acceptAll(ground, all));
  expect(at.printed).toBe('n1:0-1000 n2:2000-3000');
  expect(at.steps).toHaveLength(1);
  expect(at.act((ground) => acceptAll(ground, all))).toMatch(/no suggestion left/);
});

test('an edge is taken for the chosen task, or for the one being marked', () => {
  const at = new SketchGround('a:1200-2500');
  at.act((ground) => takeEdge(ground, suggest(1000, 3000), 'start', { task: at.task('a') }));
  expect(at.task('a')).toMatchObject({
    startsMs: 1000,
    startOrigin: 'suggestion',
    endOrigin: 'hand',
  });
  at.act((ground) => takeEdge(ground, suggest(5000, 6000), 'start'));
  at.act((ground) => takeEdge(ground, suggest(5000, 6000), 'end'));
  expect(at.printed).toBe('a:1000-2500 n1:5000-6000');
  expect(at.task('n1').endOrigin).toBe('suggestion');
});

test('an edge on the wrong side of the task is refused with both told', () => {
  const at = new SketchGround('a:1200-2500');
  expect(
    at.act((ground) => takeEdge(ground, suggest(5000, 6000), 'start', { task: at.task('a') })),
  ).toBe('The suggested start at 0:05.000 lies after task 1. Choose the task it is for.');
  expect(
    at.act((ground) => takeEdge(ground, suggest(0, 900), 'end', { task: at.task('a') })),
  ).toMatch(/lies before task 1/);
  expect(at.act((ground) => takeEdge(ground, suggest(0, 900), 'end'))).toMatch(/No task is open/);
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 9900 }), fc.integer({ min: 20, max: 4000 }))
  .map(([starts, length]) => suggest(starts, Math.min(10_000, starts + length)));

test('whatever is accepted, in whatever order, tasks keep their rules', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), fc.array(span, { maxLength: 6 }), (one, all) => {
      const at = new SketchGround('a:3000-4000 a/p:3200-3500');
      for (const each of one) at.act((ground) => acceptSuggestion(ground, each));
      at.act((ground) => acceptAll(ground, all));
      expect(checkTasks(at.content.tasks, ms(10_000)).ok).toBe(true);
    }),
  );
});
