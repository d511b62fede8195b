import { expect, test } from 'vitest';
import type { Action } from '#core/action.ts';
import type { Keystroke } from '#core/keystroke.ts';
import { ms, type Ms } from '#core/time.ts';
import { Playhead } from './playhead.svelte.ts';
import { Stepper, type NextEventAt } from './stepper.svelte.ts';

const recorded = {
  actions: [1000, 4000].map((startsMs) => ({ startsMs }) as Action),
  keystrokes: [2000, 2100].map((atMs) => ({ atMs }) as Keystroke),
  pages: [],
};

function stepperWith(nextEventAt?: NextEventAt) {
  const playhead = new Playhead(ms(60_000), []);
  const stepper = new Stepper({ playhead, recorded });
  stepper.askEvents(nextEventAt);
  return { playhead, stepper };
}

test('steps by what was chosen, or by what is asked for', () => {
  const { playhead, stepper } = stepperWith();
  stepper.step(1);
  expect(playhead.at).toBe(1000);
  stepper.choose('keystroke');
  stepper.step(1);
  stepper.step(1);
  expect(playhead.at).toBe(2100);
  stepper.step(1, 'action');
  expect(playhead.at).toBe(4000);
  stepper.step(1);
  expect(playhead.at).toBe(4000);
  expect(stepper.canStep('page')).toBe(false);
});

test('while it plays, the step back is past what was just played', () => {
  const { playhead, stepper } = stepperWith();
  playhead.seek(ms(4100));
  playhead.play();
  stepper.step(-1, 'action');
  expect(playhead.at).toBe(1000);
});

test('where nobody knows the events, the finest step is a sixtieth of a second', () => {
  const { playhead, stepper } = stepperWith();
  expect(stepper.finest).toBe('frame');
  stepper.choose('frame');
  playhead.play();
  for (let step = 0; step < 60; step += 1) stepper.step(1, 'frame');
  expect(playhead.at).toBeCloseTo(1000);
  expect(playhead.playing).toBe(false);
  stepper.askEvents(() => Promise.resolve(undefined));
  expect(stepper.kind).toBe('event');
});

test('events are asked for, one question at a time', async () => {
  const asked: string[] = [];
  const answers: ((at: Ms | undefined) => void)[] = [];
  const { playhead, stepper } = stepperWith((at, direction) => {
    asked.push(`${at} ${direction}`);
    return new Promise((answer) => answers.push(answer));
  });
  expect(stepper.kinds).toContain('event');
  stepper.step(1, 'event');
  stepper.step(1, 'event');
  expect(asked).toEqual(['0 1']);
  answers[0]!(ms(33));
  await Promise.resolve();
  expect(playhead.at).toBe(33);
  await Promise.resolve();
  stepper.step(-1, 'event');
  expect(asked).toEqual(['0 1', '33 -1']);
  playhead.seek(ms(500));
  answers[1]!(ms(12));
  await Promise.resolve();
  expect(playhead.at).toBe(500);
});
