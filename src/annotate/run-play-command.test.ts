import { expect, test } from 'vitest';
import type { Action } from '#core/action.ts';
import type { Keystroke } from '#core/keystroke.ts';
import { ms } from '#core/time.ts';
import { Playhead } from '#replay/playhead.svelte.ts';
import { Stepper } from '#replay/stepper.svelte.ts';
import { Selection } from '#timeline/selection.svelte.ts';
import { Viewport } from '#timeline/viewport.svelte.ts';
import { playCommands, type PlayCommandId } from '#keys/play-commands.ts';
import { runPlayCommand } from './run-play-command.ts';
import { sketchTasks } from '#draft/sketch-annotation.ts';

const recorded = {
  actions: [1000, 4000].map((startsMs) => ({ startsMs }) as Action),
  keystrokes: [2000, 2100].map((atMs) => ({ atMs }) as Keystroke),
  pages: [],
};

function openPlay(tasks = 'a:1000-2000 b:3000-5000') {
  const told: string[] = [];
  const playhead = new Playhead(ms(60_000), []);
  const on = {
    playhead,
    viewport: new Viewport(ms(60_000)),
    selection: new Selection(),
    stepper: new Stepper({ playhead, recorded }),
    tasks: () => sketchTasks(tasks),
    actions: () => recorded.actions,
    askTime: () => void told.push('time'),
    togglePanel: () => void told.push('panel'),
    leave: () => void told.push('leave'),
  };
  return {
    ...on,
    told,
    run: (...ids: PlayCommandId[]) => ids.forEach((id) => runPlayCommand(id, on)),
  };
}

test('arrows go by seconds, never by frames', () => {
  const { run, playhead } = openPlay();
  run('on far', 'on', 'on', 'back');
  expect(playhead.at).toBe(6000);
  run('back far', 'back far');
  expect(playhead.at).toBe(0);
});

test('L plays, then goes faster, H slower; K stops at 1×', () => {
  const { run, playhead } = openPlay();
  run('faster');
  expect([playhead.playing, playhead.speed]).toEqual([true, 1]);
  run('faster', 'faster', 'faster', 'faster', 'faster');
  expect(playhead.speed).toBe(16);
  run('slower');
  expect(playhead.speed).toBe(8);
  run('pause');
  expect([playhead.playing, playhead.speed]).toEqual([false, 1]);
});

test('steps go to what was done and what was typed', () => {
  const { run, playhead } = openPlay();
  run('next action', 'next keystroke', 'next keystroke');
  expect(playhead.at).toBe(2100);
  run('next action', 'next action');
  expect(playhead.at).toBe(4000);
  run('previous action');
  expect(playhead.at).toBe(1000);
});

test('tasks are walked from where the playhead is, then from the chosen one', () => {
  const { run, playhead, selection } = openPlay();
  playhead.seek(ms(2500));
  run('next task');
  expect([selection.taskId, playhead.at]).toEqual(['b', 3000]);
  run('next task');
  expect(selection.taskId).toBe('b');
  run('previous task');
  expect([selection.taskId, playhead.at]).toEqual(['a', 1000]);
});

test('the chosen task can be looped and shown', () => {
  const { run, playhead, viewport } = openPlay();
  run('next task', 'loop', 'zoom task');
  expect(playhead.loop).toMatchObject({ startsMs: 1000, endsMs: 2000 });
  expect([viewport.startsMs, viewport.endsMs]).toEqual([875, 2125]);
  run('loop', 'zoom fit');
  expect(playhead.loop).toBeUndefined();
  expect(viewport.isWhole).toBe(true);
});

test('a window comes before the chosen task, and can be what is shown', () => {
  const { run, playhead, viewport, selection } = openPlay();
  run('next task');
  viewport.show({ startsMs: ms(10_000), endsMs: ms(18_000) });
  run('window');
  expect(selection.window).toEqual({ startsMs: 10_000, endsMs: 18_000 });
  run('loop', 'zoom task');
  expect(playhead).toMatchObject({ at: 10_000, loop: { endsMs: 18_000 } });
  expect([viewport.startsMs, viewport.endsMs]).toEqual([9000, 19_000]);
  run('window');
  expect([selection.window, selection.taskId]).toEqual([undefined, 'a']);
});

test('every command of the table is carried out', () => {
  const { run, told } = openPlay('');
  run(...playCommands.map((command) => command.id));
  expect(told).toEqual(['time', 'panel', 'leave']);
});
