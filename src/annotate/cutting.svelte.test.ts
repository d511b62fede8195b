import { expect, test } from 'vitest';
import type { Action } from '#core/action.ts';
import { ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import type { EdgeMove } from '#timeline/task-gestures.ts';
import { sketchCutting } from './sketch-cutting.ts';

const submit = (startsMs: number) =>
  ({ kind: 'submit', startsMs: ms(startsMs), endsMs: ms(startsMs), tab: 0 }) as Action;

const track: Track = {
  format: 1,
  pages: [{ startsMs: ms(0), endsMs: ms(10_000), tab: 0, url: 'https://shop.test/' }],
  gaps: [{ startsMs: ms(6000), endsMs: ms(8000), reason: 'idle' }],
  activityFromMs: ms(0),
  activity: [],
  keystrokes: [],
  actions: [submit(1500), submit(4000)],
};

test('what is cut while playing is moved back by the lag, at the speed it plays at', () => {
  const on = sketchCutting('', { lagMs: 200 });
  on.playhead.play();
  on.playhead.advance(ms(1000));
  on.cutting.run('start');
  on.playhead.setSpeed(2);
  on.playhead.advance(ms(3000));
  on.cutting.run('cut');
  on.playhead.pause();
  on.playhead.seek(ms(5000));
  on.cutting.run('end');
  expect(on.printed).toBe('n1:800-2600 n2:2600-5000');
  expect(on.draft.tasks).toMatchObject([
    { startOrigin: 'lag', endOrigin: 'lag' },
    { startOrigin: 'lag', endOrigin: 'hand' },
  ]);
});

test('nothing is moved back that is set while it stands', () => {
  const on = sketchCutting('', { lagMs: 200 });
  on.playhead.seek(ms(1000));
  on.cutting.run('start');
  on.playhead.seek(ms(2000));
  on.cutting.run('end');
  expect(on.draft.tasks).toMatchObject([
    { startsMs: 1000, endsMs: 2000, startOrigin: 'hand', endOrigin: 'hand' },
  ]);
});

test('a held key is a task for as long as it is held', () => {
  const on = sketchCutting('');
  on.playhead.play();
  on.playhead.advance(ms(1000));
  on.cutting.run('carry', 'c');
  on.playhead.advance(ms(2000));
  on.cutting.run('cut');
  on.playhead.advance(ms(3000));
  on.letGo();
  expect(on.printed).toBe('n1:1000-2000 n2:2000-3000');
  expect(on.draft.marking).toBeUndefined();
  expect(on.told).toEqual([]);
});

test('a held task ends where the keyboard is lost, and that is told', () => {
  const on = sketchCutting('');
  on.cutting.run('carry', 'c');
  on.playhead.advance(ms(2000));
  on.letGo('lost');
  expect(on.printed).toBe('n1:0-2000');
  expect(on.told).toEqual([expect.stringContaining('keyboard went elsewhere')]);
});

test('a key held too shortly for a task leaves none open', () => {
  const on = sketchCutting('');
  on.cutting.run('carry', 'c');
  on.letGo();
  expect(on.printed).toBe('');
  expect(on.draft.marking).toBeUndefined();
  expect(on.told).toHaveLength(1);
});

test('the edge snaps from one thing that happens to the next, and says to which', () => {
  const on = sketchCutting('a:1000-3000 b:3500-9000', { track });
  on.choose('a');
  on.cutting.run('snap back');
  expect(on.printed).toBe('a:1000-1500 b:3500-9000');
  expect(on.cutting.edges.said).toBe('Snapped to: form submitted');
  expect(on.draft.tasks[0]?.endOrigin).toBe('snap');
  expect(on.playhead.at).toBe(1500);
  on.cutting.run('snap on');
  expect(on.printed).toBe('a:1000-1500 b:3500-9000');
  expect(on.cutting.edges.said).toMatch(/Nothing happens after it/);
  on.choose('b');
  on.cutting.run('snap back');
  on.cutting.run('snap back');
  expect(on.printed).toBe('a:1000-1500 b:3500-6000');
  on.cutting.run('action less');
  expect(on.printed).toBe('a:1000-1500 b:3500-4000');
});

test('what has not been read yet can’t be snapped to, which is told', () => {
  const on = sketchCutting('a:1000-3000');
  on.choose('a');
  on.cutting.run('snap on');
  expect(on.cutting.edges.said).toMatch(/still being read/);
  expect(on.printed).toBe('a:1000-3000');
});

test('a touching edge goes along where one asks for it', () => {
  const on = sketchCutting('a:0-1000 b:1000-3000');
  on.choose('a');
  on.cutting.run('later');
  expect(on.printed).toBe('a:0-1000 b:1000-3000');
  expect(on.cutting.edges.said).toBe('That is as far as it goes.');
  on.cutting.run('both edges');
  on.cutting.run('later');
  expect(on.printed).toBe('a:0-1100 b:1100-3000');
  on.draft.undo();
  expect(on.printed).toBe('a:0-1000 b:1000-3000');
});

test('edges move while it plays, and it plays on where it was', () => {
  const on = sketchCutting('a:0-1000');
  on.choose('a');
  on.playhead.play();
  on.playhead.advance(ms(5000));
  const { jumps } = on.playhead;
  on.cutting.run('later');
  on.cutting.run('other edge');
  on.cutting.run('later');
  expect(on.printed).toBe('a:100-1100');
  expect([on.playhead.at, on.playhead.playing, on.playhead.jumps]).toEqual([5000, true, jumps]);
});

test('joining, parting and removing turn to the task that is left', () => {
  const on = sketchCutting('a:0-3000 b:3000-4000 c:4000-5000');
  on.choose('b');
  on.cutting.run('join previous');
  expect([on.printed, on.selection.taskId]).toEqual(['a:0-4000 c:4000-5000', 'a']);
  on.playhead.seek(ms(1000));
  on.cutting.run('cut inside');
  on.playhead.seek(ms(2000));
  on.cutting.run('cut inside');
  on.playhead.seek(ms(4000));
  on.cutting.run('end');
  expect(on.printed).toBe('a:0-4000 a/n1:1000-2000 a/n2:2000-4000 c:4000-5000');
  on.choose('n1');
  on.cutting.run('remove');
  expect(on.selection.taskId).toBe('n2');
  on.cutting.run('remove');
  expect(on.selection.taskId).toBe('a');
  on.draft.undo();
  on.draft.undo();
  on.cutting.run('remove');
  expect(on.told.at(-1)).toBe('Task 1 and its 2 subtasks removed.');
  expect([on.printed, on.selection.taskId]).toEqual(['c:4000-5000', 'c']);
});

test('the replay goes along with a dragged edge and back, and only the end is an edit', () => {
  const on = sketchCutting('a:0-1000 b:2000-3000');
  const drag = (at: number, roll = false): EdgeMove => ({
    taskId: on.draft.tasks[0]!.id,
    edge: 'end',
    at: ms(at),
    roll,
    by: 'pointer',
  });
  on.playhead.play();
  on.playhead.advance(ms(7000));
  on.cutting.drags.moveEdge(drag(1200), 'under way');
  expect([on.playhead.at, on.playhead.playing]).toEqual([1200, false]);
  on.cutting.drags.moveEdge(drag(1500), 'under way');
  expect(on.printed).toBe('a:0-1000 b:2000-3000');
  on.cutting.drags.moveEdge(drag(1500), 'done');
  expect(on.printed).toBe('a:0-1500 b:2000-3000');
  expect([on.playhead.at, on.playhead.playing]).toEqual([7000, true]);
  on.cutting.drags.moveEdge(drag(1800), 'under way');
  on.cutting.drags.moveEdge(drag(1500), 'given up');
  expect(on.printed).toBe('a:0-1500 b:2000-3000');
  on.draft.undo();
  expect(on.printed).toBe('a:0-1000 b:2000-3000');
});

test('a task drawn on the timeline is chosen', () => {
  const on = sketchCutting('a:0-1000');
  on.cutting.drags.draw({ startsMs: ms(1000), endsMs: ms(1500), at: ms(1500) }, 'under way');
  on.cutting.drags.draw({ startsMs: ms(1000), endsMs: ms(1600), at: ms(1600) }, 'done');
  expect([on.printed, on.selection.taskId]).toEqual(['a:0-1000 n1:1000-1600', 'n1']);
  expect(on.playhead.at).toBe(0);
});

test('undoing the task that was chosen turns to the one before it', () => {
  const on = sketchCutting('a:0-1000');
  on.playhead.seek(ms(1000));
  on.cutting.run('start');
  on.playhead.seek(ms(2000));
  on.cutting.run('end');
  expect(on.selection.taskId).toBe('n1');
  on.cutting.choose(on.draft.undo());
  expect([on.printed, on.selection.taskId]).toEqual(['a:0-1000', 'a']);
});
