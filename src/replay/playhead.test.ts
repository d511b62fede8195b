import { describe, expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { fastest, Playhead, slowest } from './playhead.svelte.ts';

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

  test('pausing stands there, and so does turning it off', () => {
    const playhead = rushing();
    playhead.tick(16);
    playhead.pause();
    const { at } = playhead;
    expect(playhead.rushing).toBe(false);
    playhead.setSkipIdle(false);
    playhead.play();
    playhead.tick(16);
    expect(playhead.at).toBe(at + 16);
  });
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
