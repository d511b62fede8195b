import { describe, expect, test } from 'vitest';
import type { ChunkRef } from '#core/session.ts';
import { ms } from '#core/time.ts';
import { cutPreview } from './cut-preview.ts';

const minute = 60_000;

/** A chunk a minute long. */
const chunk = (seq: number, more: Partial<ChunkRef> = {}): ChunkRef => ({
  tab: 0,
  seq,
  startsMs: ms(seq * minute),
  endsMs: ms((seq + 1) * minute),
  events: 100,
  bytes: 100_000,
  sha256: '',
  path: `0-${seq}`,
  ...more,
});
const hour = Array.from({ length: 60 }, (_, seq) => chunk(seq));
const keyframe = { path: 'key', sha256: '', sheets: [] };
const seqs = (chunks: readonly ChunkRef[] | undefined) => chunks?.map(({ seq }) => seq);

describe('from the start', () => {
  test('the first five minutes of an hour', () => {
    const cut = cutPreview(hour, ms(0));
    expect(seqs(cut?.chunks)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(cut).toMatchObject({ tab: 0, untilMs: 5 * minute, isToEnd: false });
  });

  test('all of a short one', () => {
    expect(cutPreview(hour.slice(0, 2), ms(0))).toMatchObject({
      untilMs: 2 * minute,
      isToEnd: true,
    });
  });

  test('no more than two megabytes, but a first chunk of any size', () => {
    const heavy = hour.map((each) => ({ ...each, bytes: 900_000 }));
    expect(seqs(cutPreview(heavy, ms(0))?.chunks)).toEqual([0, 1]);
    const giant = hour.map((each) => ({ ...each, bytes: 90_000_000 }));
    expect(seqs(cutPreview(giant, ms(0))?.chunks)).toEqual([0]);
  });

  test('up to a missing chunk', () => {
    const holed = hour.filter(({ seq }) => seq !== 2);
    expect(seqs(cutPreview(holed, ms(0))?.chunks)).toEqual([0, 1]);
  });

  test('the tab that was first, and nothing of nothing', () => {
    const late = chunk(0, { tab: 1, startsMs: ms(500) });
    expect(cutPreview([late, ...hour], ms(0))?.tab).toBe(0);
    expect(cutPreview([chunk(0, { startsMs: ms(700) }), late], ms(0))?.tab).toBe(1);
    expect(cutPreview([], ms(0))).toBeUndefined();
  });
});

describe('from a time', () => {
  test('begins at the last chunk that can be begun with', () => {
    const marked = hour.map((each) => (each.seq % 10 === 0 ? { ...each, keyframe } : each));
    expect(seqs(cutPreview(marked, ms(32.5 * minute))?.chunks)?.[0]).toBe(30);
    expect(cutPreview(marked, ms(32.5 * minute))?.untilMs).toBe(37.5 * minute);
    expect(seqs(cutPreview(hour, ms(7.5 * minute))?.chunks)?.[0]).toBe(0);
  });

  test('shows the tab that was loaded last before it', () => {
    const other = chunk(0, { tab: 3, startsMs: ms(10.2 * minute), endsMs: ms(12 * minute) });
    expect(cutPreview([...hour, other], ms(10.5 * minute))?.tab).toBe(3);
    expect(cutPreview([...hour, other], ms(11.5 * minute))?.tab).toBe(0);
  });
});
