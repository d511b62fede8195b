import { expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import type { Suggestion } from '#core/suggestion.ts';
import { ms } from '#core/time.ts';
import type { Dismissals } from './dismissals.ts';
import { sketchCutting } from './sketch-cutting.ts';
import { Suggestions } from './suggestions.svelte.ts';

const suggest = (startsMs: number, endsMs: number): Suggestion => ({
  id: `${startsMs}-${endsMs}`,
  suggester: 'tasktape/1',
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  instruction: '',
  score: 0.8,
  startReasons: [],
  endReasons: [],
});

function open(tasks: string, spans: readonly [number, number][], kept: string[] = []) {
  const desk = sketchCutting(tasks);
  const told: string[] = [];
  let undo = () => {};
  const dismissals: Dismissals = { read: () => kept, write: (ids) => (kept = [...ids]) };
  const suggestions = new Suggestions({
    draft: desk.draft,
    playhead: desk.playhead,
    intents: [],
    found: () => spans.map(([from, to]) => suggest(from, to)),
    dismissals,
    askModel: () => told.push('ask'),
    mark: desk.cutting,
    task: () => desk.cutting.task,
    choose: (id) => desk.cutting.choose(id),
    orTell: (outcome) => {
      if (outcome.ok) return outcome.value;
      told.push(outcome.problems[0]!.sentence);
      return undefined;
    },
    tell: (sentence, takeBack) => {
      told.push(sentence);
      if (takeBack) undo = takeBack;
    },
  });
  return {
    ...desk,
    suggestions,
    told,
    undo: () => undo(),
    get kept() {
      return kept;
    },
    get open() {
      return suggestions.open.map(({ suggestion }) => suggestion.id);
    },
    get current() {
      return suggestions.current?.suggestion.id;
    },
    get tasks() {
      return desk.draft.tasks.map(({ startsMs, endsMs }) => `${startsMs}-${endsMs}`);
    },
  };
}

const three: readonly [number, number][] = [
  [0, 1000],
  [2000, 3000],
  [5000, 6000],
];

test('the one that is meant is at the playhead, then the next; stepping chooses and goes there', () => {
  const desk = open('', [...three]);
  expect(desk.current).toBe('0-1000');
  desk.playhead.seek(ms(1500));
  expect(desk.current).toBe('2000-3000');
  desk.suggestions.run('next suggestion');
  desk.suggestions.run('next suggestion');
  expect(desk.current).toBe('5000-6000');
  expect(desk.playhead.at).toBe(5000);
  desk.suggestions.run('next suggestion');
  expect(desk.told).toEqual(['This is the last suggestion.']);
  desk.suggestions.run('previous suggestion');
  expect(desk.playhead.at).toBe(2000);
});

test('accepting chooses the task and goes on to the next; undo brings the suggestion back', () => {
  const desk = open('', [...three]);
  desk.suggestions.run('accept');
  desk.suggestions.run('accept');
  expect(desk.tasks).toEqual(['0-1000', '2000-3000']);
  expect(desk.selection.taskId).toBe(desk.draft.tasks[1]?.id);
  expect(desk.open).toEqual(['5000-6000']);
  desk.draft.undo();
  expect(desk.open).toEqual(['2000-3000', '5000-6000']);
});

test('what is labeled is not suggested; what is labeled in part is shortened', () => {
  const desk = open('a:0-900 b:2000-2200', [...three]);
  expect(desk.suggestions.open.map(({ span }) => [span.startsMs, span.endsMs])).toEqual([
    [2200, 3000],
    [5000, 6000],
  ]);
});

test('all are accepted as one step, which the notice takes back', () => {
  const desk = open('a:0-900', [...three]);
  desk.suggestions.run('accept all');
  expect(desk.tasks).toEqual(['0-900', '2000-3000', '5000-6000']);
  expect(desk.told).toEqual(['2 suggestions accepted.']);
  desk.undo();
  expect(desk.tasks).toEqual(['0-900']);
});

test('dismissed ones are remembered, and come back one by one or together', () => {
  const desk = open('', [...three]);
  desk.suggestions.run('dismiss');
  desk.suggestions.run('dismiss');
  expect(desk.open).toEqual(['5000-6000']);
  expect(desk.kept).toEqual(['0-1000', '2000-3000']);
  expect(open('', [...three], desk.kept).open).toEqual(['5000-6000']);
  desk.undo();
  expect(desk.current).toBe('2000-3000');
  desk.suggestions.bringBack();
  expect(desk.open).toHaveLength(3);
  expect(desk.kept).toEqual([]);
});

test('one edge is taken for the chosen task, or for the one being marked', () => {
  const desk = open('a:1200-1900', [...three]);
  desk.choose('a');
  desk.suggestions.choose('0-1000');
  desk.suggestions.run('take start');
  expect(desk.tasks).toEqual(['0-1900']);
  expect(desk.draft.tasks[0]).toMatchObject({ startOrigin: 'suggestion', endOrigin: 'hand' });
  desk.draft.markStart(ms(4500));
  desk.suggestions.choose('5000-6000');
  desk.suggestions.run('take end');
  expect(desk.tasks).toEqual(['0-1900', '4500-6000']);
  desk.selection.clearTask();
  desk.suggestions.run('take end');
  expect(desk.told.at(-1)).toMatch(/No task is open|is open/);
  expect('a' as TaskId).toBe(desk.draft.tasks[0]?.id);
});

test('a task that is marked by two edges taken knows both as suggested, one that is ended by hand only the start', () => {
  const desk = open('', [...three]);
  desk.suggestions.choose('2000-3000');
  desk.suggestions.run('take start');
  desk.suggestions.run('take end');
  expect(desk.draft.tasks[0]).toMatchObject({ startOrigin: 'suggestion', endOrigin: 'suggestion' });
  desk.suggestions.choose('5000-6000');
  desk.suggestions.run('take start');
  desk.playhead.seek(ms(7000));
  desk.cutting.run('end');
  expect(desk.draft.tasks[1]).toMatchObject({ startOrigin: 'suggestion', endOrigin: 'hand' });
});

test('going through them ends with taking one: the task that comes of it is turned to', () => {
  const desk = open('', [...three]);
  expect(desk.suggestions.walking).toBe(false);
  desk.suggestions.run('next suggestion');
  expect(desk.suggestions.walking).toBe(true);
  desk.suggestions.run('accept');
  expect([desk.suggestions.walking, desk.current]).toEqual([false, '2000-3000']);
  desk.suggestions.run('next suggestion');
  expect([desk.suggestions.walking, desk.current]).toEqual([true, '5000-6000']);
});
