import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChunkRef } from '#core/session.ts';
import { epochMs, ms } from '#core/time.ts';
import type { Gap, PageVisit } from '#core/track.ts';
import type { ToScreen } from '#frame/screen-messages.ts';
import { Playhead } from './playhead.svelte.ts';
import type { StageEars, StageLine } from './stage-line.ts';
import { Stage } from './stage.svelte.ts';

type ToReel = Parameters<StageLine['tellReel']>[0];

const chunk: ChunkRef = {
  tab: 0,
  seq: 0,
  startsMs: ms(0),
  endsMs: ms(10_000),
  events: 10,
  sha256: '',
  path: '0-0',
  bytes: 100,
};
const visit = (tab: number, startsMs: number, endsMs: number): PageVisit => ({
  tab,
  startsMs: ms(startsMs),
  endsMs: ms(endsMs),
  url: `https://example.test/${tab}`,
});

class Staged {
  readonly toFrame: ToScreen[] = [];
  readonly toReel: ToReel[] = [];
  readonly playhead: Playhead;
  readonly stage: Stage;
  readonly stop: () => void;
  ears!: StageEars;
  stops = 0;

  constructor(chunks: readonly ChunkRef[] = [chunk], gaps: readonly Gap[] = []) {
    this.playhead = new Playhead(ms(20_000), gaps);
    this.stage = new Stage({
      playhead: this.playhead,
      chunks,
      fetchObject: () => Promise.reject(new Error('nobody fetches here')),
      pages: [visit(0, 0, 10_000), visit(1, 10_000, 20_000)],
      startedAt: epochMs(0),
    });
    this.stop = this.stage.open((ears) => {
      this.ears = ears;
      return {
        tellFrame: (message) => this.toFrame.push(message),
        tellReel: (message) => this.toReel.push(message),
        stop: () => void (this.stops += 1),
      };
    }).stop;
  }

  get wishes() {
    return this.toReel.filter((message) => message.kind === 'show');
  }

  /** The frame shows the last wish. */
  show(): void {
    const { ticket, tab, at } = this.wishes.at(-1)!;
    this.ears.hearFrame({ kind: 'shown', ticket, tab, at });
  }

  reach(until: number): void {
    const { ticket } = this.wishes.at(-1)!;
    this.ears.hearReel({ kind: 'reach', ticket, until: ms(until) });
  }

  miss(tab: number, startsMs: number, endsMs: number): void {
    const span = { startsMs: ms(startsMs), endsMs: ms(endsMs) };
    this.ears.hearReel({ kind: 'missing', tab, span, sentence: 'It is gone.' });
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('wishes', () => {
  test('the place of the playhead is wanted first, and waited for', () => {
    const { stage, wishes, toFrame } = new Staged();
    expect(wishes).toEqual([{ kind: 'show', ticket: 1, tab: 0, at: 0 }]);
    expect(toFrame).toEqual([{ kind: 'begin', startedAt: 0 }]);
    expect(stage.status.kind).toBe('loading');
    expect(stage.waiting).toBe(true);
  });

  test('nothing is wanted twice while the clock only runs', () => {
    const staged = new Staged();
    staged.show();
    staged.playhead.advance(ms(500));
    staged.stage.follow();
    expect(staged.wishes).toHaveLength(1);
  });

  test('a jump is a new wish, and what answers an older one is not taken for it', () => {
    const staged = new Staged();
    staged.playhead.seek(ms(3000));
    staged.stage.follow();
    expect(staged.wishes.at(-1)).toMatchObject({ ticket: 2, at: 3000 });
    staged.ears.hearFrame({ kind: 'shown', ticket: 1, tab: 0, at: ms(0) });
    expect(staged.stage.waiting).toBe(true);
    staged.show();
    expect(staged.stage.waiting).toBe(false);
    expect(staged.stage.status.kind).toBe('ready');
  });

  test('another tab that comes to the front is a new wish', () => {
    const staged = new Staged();
    staged.show();
    staged.playhead.advance(ms(10_500));
    staged.stage.follow();
    expect(staged.wishes.at(-1)).toMatchObject({ tab: 1, at: 10_500 });
  });
});

describe('a blank stretch', () => {
  const blank: Gap = { startsMs: ms(3000), endsMs: ms(5000), reason: 'not-work' };

  test('is covered, and of its inside nothing is wanted', () => {
    const staged = new Staged([chunk], [blank]);
    expect(staged.stage.blank).toBeUndefined();
    staged.playhead.seek(ms(4000));
    staged.stage.follow();
    expect(staged.stage.blank).toEqual(blank);
    expect(staged.wishes.at(-1)).toMatchObject({ at: 3000 });
    staged.playhead.seek(ms(5000));
    staged.stage.follow();
    expect(staged.stage.blank).toBeUndefined();
    expect(staged.wishes.at(-1)).toMatchObject({ at: 5000 });
  });

  test('that reaches to the end covers the end', () => {
    const staged = new Staged([chunk], [{ ...blank, endsMs: ms(20_000) }]);
    staged.playhead.seek(ms(20_000));
    staged.stage.follow();
    expect(staged.stage.blank).toBeDefined();
    expect(staged.wishes.at(-1)).toMatchObject({ at: 3000 });
  });

  test('is left at once when it plays', () => {
    const staged = new Staged([chunk], [blank]);
    staged.playhead.seek(ms(4000));
    staged.playhead.play();
    staged.playhead.tick(16);
    expect(staged.playhead.at).toBe(5000);
  });
});

describe('the clock', () => {
  test('runs no further than the frame has events', () => {
    const staged = new Staged();
    staged.show();
    staged.reach(1000);
    staged.playhead.play();
    staged.playhead.advance(ms(1200));
    staged.stage.tick();
    expect(staged.playhead.at).toBe(1000);
    expect(staged.toFrame.at(-1)).toEqual({ kind: 'tick', at: 1000 });
    expect(staged.stage.waiting).toBe(true);
    staged.reach(5000);
    expect(staged.stage.waiting).toBe(false);
  });

  test('a reach of an older wish counts for nothing', () => {
    const staged = new Staged();
    staged.playhead.seek(ms(2000));
    staged.stage.follow();
    staged.ears.hearReel({ kind: 'reach', ticket: 1, until: ms(9000) });
    staged.show();
    staged.playhead.play();
    expect(staged.stage.waiting).toBe(true);
  });

  test('a jump that was not followed yet gets no tick', () => {
    const staged = new Staged();
    staged.show();
    staged.playhead.seek(ms(4000));
    staged.stage.tick();
    expect(staged.toFrame.some(({ kind }) => kind === 'tick')).toBe(false);
  });
});

describe('what can’t be had', () => {
  test('is told where it is in front, and crossed by play', () => {
    const staged = new Staged();
    staged.miss(0, 2000, 4000);
    staged.miss(1, 5000, 6000);
    expect(staged.stage.missing).toHaveLength(2);
    expect(staged.stage.whyMissing).toBeUndefined();
    staged.playhead.seek(ms(3000));
    expect(staged.stage.whyMissing).toBe('It is gone.');
    staged.playhead.seek(ms(5500));
    expect(staged.stage.whyMissing).toBeUndefined();
  });

  test('is asked for again, and shown', () => {
    const staged = new Staged();
    staged.stage.tryMissing();
    expect(staged.toReel.some(({ kind }) => kind === 'retry')).toBe(false);
    staged.miss(0, 2000, 4000);
    staged.stage.tryMissing();
    expect(staged.stage.missing).toEqual([]);
    expect(staged.toReel.some(({ kind }) => kind === 'retry')).toBe(true);
    expect(staged.wishes).toHaveLength(2);
  });

  test('is asked for again when a person goes there', () => {
    const staged = new Staged();
    staged.show();
    staged.miss(0, 2000, 4000);
    staged.playhead.seek(ms(3000));
    staged.stage.follow();
    expect(staged.toReel.some(({ kind }) => kind === 'retry')).toBe(true);
    expect(staged.wishes.at(-1)).toMatchObject({ at: 3000 });
  });
});

describe('failing', () => {
  test('a session without chunks says so', () => {
    const { stage, wishes } = new Staged([]);
    expect(stage.status).toEqual({
      kind: 'failed',
      sentence: expect.stringMatching(/no recorded chunks/),
    });
    expect(wishes).toEqual([]);
  });

  test('only the last wish can fail', () => {
    const staged = new Staged();
    staged.playhead.seek(ms(2000));
    staged.stage.follow();
    staged.ears.hearReel({ kind: 'failed', ticket: 1, sentence: 'No.' });
    expect(staged.stage.status.kind).toBe('loading');
    staged.ears.hearReel({ kind: 'failed', ticket: 2, sentence: 'No.' });
    expect(staged.stage.status).toEqual({ kind: 'failed', sentence: 'No.' });
  });

  test('another place is tried in another frame', () => {
    const staged = new Staged();
    const { attempt } = staged.stage;
    staged.ears.onBroken('It broke.');
    staged.stage.follow();
    expect(staged.stage.attempt).toBe(attempt);
    staged.playhead.seek(ms(2000));
    staged.stage.follow();
    expect(staged.stage.attempt).not.toBe(attempt);
    expect(staged.stage.status.kind).toBe('loading');
  });

  test('a frame that stays away while scenes go out is told', () => {
    const staged = new Staged();
    vi.advanceTimersByTime(60_000);
    expect(staged.stage.status.kind).toBe('loading');
    const came = new Staged();
    const progress = { fetchedBytes: 100, retrying: 0, atHand: [] };
    came.ears.hearReel({ kind: 'progress', progress });
    vi.advanceTimersByTime(60_000);
    expect(came.stage.status).toEqual({
      kind: 'failed',
      sentence: expect.stringMatching(/did not come up/),
    });
  });
});

describe('questions', () => {
  test('an event that is found is answered, a newer question ends an older', async () => {
    const staged = new Staged();
    const first = staged.stage.nextEventAt(ms(100), 1);
    const second = staged.stage.nextEventAt(ms(100), -1);
    staged.ears.hearReel({ kind: 'event found', at: ms(40) });
    expect(await first).toBeUndefined();
    expect(await second).toBe(40);
  });

  test('whoever asks while it stops is not left waiting', async () => {
    const staged = new Staged();
    const asked = staged.stage.nextEventAt(ms(100), 1);
    staged.stop();
    expect(await asked).toBeUndefined();
    expect(await staged.stage.nextEventAt(ms(100), 1)).toBeUndefined();
    expect(staged.stops).toBe(1);
  });

  test('a pointer that only passes over the timeline fetches nothing', () => {
    const staged = new Staged();
    for (let at = 0; at < 50; at += 10) staged.stage.hover(ms(at));
    vi.advanceTimersByTime(1000);
    expect(staged.toReel.filter(({ kind }) => kind === 'hover')).toEqual([
      { kind: 'hover', at: 40 },
    ]);
  });
});
