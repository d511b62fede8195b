import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { fastest, longestFrameMs, Playhead, slowest, speeds } from './playhead.svelte.ts';

const idle = { startsMs: ms(2000), endsMs: ms(60_000), reason: 'idle' as const };
const fresh = () => new Playhead(ms(90_000), [idle]);

test('stays within the session', () => {
  const playhead = fresh();
  playhead.seek(ms(-5));
  expect(playhead.at).toBe(0);
  playhead.seek(ms(1e9));
  expect(playhead.at).toBe(90_000);
});

test('tells a person’s seek from the clock’s advance', () => {
  const playhead = fresh();
  playhead.advance(ms(10));
  expect(playhead.jumps).toBe(0);
  playhead.seek(ms(20));
  expect(playhead.jumps).toBe(1);
});

test('stands while paused and runs while playing', () => {
  const playhead = fresh();
  playhead.tick(16);
  expect(playhead.at).toBe(0);
  playhead.toggle();
  playhead.setSpeed(2);
  playhead.tick(16);
  expect(playhead.at).toBe(32);
});

test('keeps its speed within what can be followed', () => {
  const playhead = fresh();
  playhead.setSpeed(1000);
  expect(playhead.speed).toBe(fastest);
  playhead.setSpeed(0);
  expect(playhead.speed).toBe(slowest);
});

test('is offered its speeds one after the other', () => {
  const playhead = fresh();
  playhead.setSpeed(slowest);
  const walked = [playhead.speed];
  for (let step = 0; step < speeds.length; step += 1) {
    playhead.changeSpeed(1);
    walked.push(playhead.speed);
  }
  expect(walked).toEqual([...speeds, fastest]);
  playhead.changeSpeed(-1);
  expect(playhead.speed).toBe(8);
});

test('stays in step with real time however the frames fall and the speed changes', () => {
  const frame = fc.record({
    elapsedMs: fc.double({ min: 0, max: longestFrameMs, noNaN: true }),
    speed: fc.option(fc.constantFrom(...speeds), { nil: undefined, freq: 20 }),
  });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 400 }), (frames) => {
      const playhead = new Playhead(ms(1e9), []);
      playhead.play();
      let wanted = 0;
      for (const { elapsedMs, speed } of frames) {
        if (speed !== undefined) playhead.setSpeed(speed);
        playhead.tick(elapsedMs);
        wanted += elapsedMs * playhead.speed;
      }
      expect(playhead.at).toBeCloseTo(wanted, 5);
    }),
  );
});

test('a frame that took five seconds leaps over nothing, and time goes on from there', () => {
  const playhead = fresh();
  playhead.play();
  playhead.tick(5000);
  expect(playhead.at).toBe(longestFrameMs);
  playhead.tick(16);
  expect(playhead.at).toBe(longestFrameMs + 16);
  playhead.tick(-16);
  expect(playhead.at).toBe(longestFrameMs + 16);
});

test('stops at the end, and playing again starts over', () => {
  const playhead = fresh();
  playhead.seek(ms(89_995));
  playhead.play();
  playhead.tick(16);
  expect(playhead).toMatchObject({ at: 90_000, playing: false });
  playhead.play();
  expect(playhead).toMatchObject({ at: 0, playing: true });
});

describe('while running through idle', () => {
  const rushing = () => {
    const playhead = fresh();
    playhead.seek(ms(30_000));
    playhead.play();
    return playhead;
  };

  test('it says so', () => {
    expect(rushing().rushing).toBe(true);
  });

  test('a seek goes where it was asked to, into the same stretch or out of it', () => {
    const playhead = rushing();
    playhead.seek(ms(40_000));
    expect(playhead.at).toBe(40_000);
    playhead.seek(ms(1000));
    expect(playhead).toMatchObject({ at: 1000, rushing: false });
  });

  test.each([
    ['pausing', (playhead: Playhead) => playhead.pause()],
    ['a key', (playhead: Playhead) => playhead.interrupt()],
    ['going elsewhere in it', (playhead: Playhead) => playhead.seek(ms(41_000))],
    ['turning it off', (playhead: Playhead) => playhead.setSkipIdle(false)],
  ])('%s stops it there, and the rest of the stretch plays as it was', (_, act) => {
    const playhead = rushing();
    playhead.tick(16);
    const before = playhead.at;
    act(playhead);
    const { at } = playhead;
    expect([before, 41_000]).toContain(at);
    expect(playhead.rushing).toBe(false);
    playhead.play();
    for (let frame = 0; frame < 10; frame += 1) playhead.tick(100);
    expect(playhead.at).toBe(at + 1000);
  });

  test('the next stretch is skipped again, and so is this one when come back to', () => {
    const playhead = rushing();
    playhead.interrupt();
    playhead.seek(ms(1000));
    playhead.seek(ms(30_000));
    expect(playhead.rushing).toBe(true);
  });

  test('a stretch played to its end is skipped again when come back to', () => {
    const playhead = rushing();
    playhead.seek(ms(59_900));
    playhead.tick(200);
    expect(playhead.at).toBe(60_100);
    playhead.seek(ms(30_000));
    expect(playhead.rushing).toBe(true);
  });
});

test('a stretch that turns out to be missing while it plays is crossed', () => {
  const playhead = fresh();
  playhead.seek(ms(61_000));
  playhead.play();
  playhead.tick(100);
  playhead.setGaps([{ startsMs: ms(61_000), endsMs: ms(80_000), reason: 'missing-chunk' }]);
  for (let frame = 0; frame < 20; frame += 1) playhead.tick(100);
  expect(playhead.at).toBeGreaterThan(80_000);
});

test('a loop is begun at its start by a clock that stands outside', () => {
  const playhead = fresh();
  playhead.setLoop({ startsMs: ms(70_000), endsMs: ms(71_000) });
  expect(playhead.at).toBe(70_000);
  playhead.setLoop({ startsMs: ms(5), endsMs: ms(5) });
  expect(playhead.loop).toBeUndefined();
});

test('whoever goes behind a loop leaves it; before it, they come to it', () => {
  const playhead = fresh();
  const loop = { startsMs: ms(100), endsMs: ms(200) };
  playhead.setLoop(loop);
  playhead.seek(ms(50));
  expect(playhead.loop).toEqual(loop);
  playhead.seek(ms(200));
  expect(playhead.loop).toBeUndefined();
});

test('loops until the loop is taken away', () => {
  const playhead = fresh();
  playhead.setLoop({ startsMs: ms(100), endsMs: ms(200) });
  playhead.seek(ms(190));
  playhead.play();
  playhead.tick(16);
  expect(playhead.at).toBe(100);
  playhead.setLoop(undefined);
  playhead.seek(ms(190));
  playhead.tick(16);
  expect(playhead.at).toBe(206);
});
