import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { EventColumns } from './event-columns.ts';
import { fate, planMending } from './plan-mending.ts';

/** `M` Meta, `S` full snapshot, `i` incremental, `o` other; `i@30` at 30 ms. */
function planOf(drawn: string) {
  const columns = new EventColumns();
  const seen = new Map<string, number>();
  for (const word of drawn.split(' ')) {
    const [kind = '', at = '0'] = word.split('@');
    const type = { M: 4, S: 2, i: 3, o: 5 }[kind[0] ?? ''] ?? 5;
    seen.set(word, (seen.get(word) ?? 0) + 1);
    // A digit after the kind tells events of one time apart.
    const event: RecordedEvent = { type, data: {}, timestamp: 1e9 + Number(at) };
    columns.add(event, strToU8(word));
  }
  return planMending(columns);
}
const kinds = (plan: ReturnType<typeof planOf>) =>
  plan.repairs.map(({ kind, count }) => `${count} ${kind}`);

describe('planMending', () => {
  it('leaves a sound recording alone', () => {
    const plan = planOf('M@0 S@5 i@30 i@40');
    expect(plan).toMatchObject({ changesNothing: true, repairs: [], events: 4, durationMs: 40 });
    expect(plan.ranks).toBeUndefined();
  });

  it('puts events in order and keeps equal times as they stood', () => {
    const plan = planOf('M@0 S@0 i1@50 i2@50 i3@20 i4@50');
    expect(kinds(plan)).toEqual(['1 reordered']);
    expect([...(plan.ranks ?? [])]).toEqual([0, 1, 3, 4, 2, 5]);
  });

  it('drops what was sent twice', () => {
    const plan = planOf('M@0 S@5 i1@30 i2@30 i1@30 i2@30 i1@31');
    expect(kinds(plan)).toEqual(['2 deduplicated']);
    expect([...plan.fates]).toEqual([0, 0, 0, 0, fate.drop, fate.drop, 0]);
  });

  it('drops changes of a page that was never shown, and says so', () => {
    const plan = planOf('i@0 o@1 i@2 M@10 S@11 i@12');
    expect(kinds(plan)).toEqual(['2 dropped']);
    expect(plan.startedAt).toBe(1e9 + 1);
  });

  it('adds a Meta where a snapshot has none, and turns one that has no snapshot', () => {
    expect(kinds(planOf('S@0 i@1'))).toEqual(['1 meta-added']);
    const plan = planOf('M@0 S@1 i@2 M@3 i@4 M@5 S@6 M@7');
    expect([...plan.fates]).toEqual([0, 0, 0, fate.asNavigation, 0, 0, 0, fate.asNavigation]);
  });

  it('cuts a jump of the clock to a second and marks idle stretches', () => {
    const hour = 3_600_000;
    const plan = planOf(`M@0 S@0 i@20000 i@${5 * hour} i@${5 * hour + 500}`);
    expect(kinds(plan)).toEqual(['1 clock-jump']);
    expect(plan.durationMs).toBe(21_500);
    expect(plan.gaps).toEqual([
      { startsMs: 0, endsMs: 20_000, reason: 'idle' },
      { startsMs: 20_000, endsMs: 21_000, reason: 'clock-jump', removedMs: 5 * hour - 21_000 },
    ]);
  });

  it('refuses what no mending helps', () => {
    expect(() => planOf('M@0 i@1')).toThrow('no full snapshot');
    expect(() => planOf('M@1000 S@1000 i@10 i@20 i@30 i@2000')).toThrow(
      '3 of the 4 events that follow the first full snapshot carry an earlier time',
    );
    const many = Array.from({ length: 50_100 }, (_, i) => `i@${i + 10}`);
    expect(() => planOf(`M@0 S@1 i@99999999 ${many.join(' ')}`)).not.toThrow();
    expect(() => planOf(`M@0 S@1 ${many.reverse().join(' ')}`)).toThrow(
      'out of order beyond repair',
    );
  });

  it('gives any order the same times in ascending order, with no long silence left', () => {
    const times = fc.array(fc.nat(50_000_000), { maxLength: 40 });
    fc.assert(
      fc.property(times, (offsets) => {
        const drawn = offsets.map((at, i) => `i${i}@${at + 10}`);
        const plan = planOf(['M@0', 'S@1', ...drawn].join(' '));
        const inOrder = new Float64Array(plan.times.length);
        for (const [i, time] of plan.times.entries()) inOrder[plan.ranks?.[i] ?? i] = time;
        for (let i = 1; i < inOrder.length; i++) {
          const silence = (inOrder[i] ?? 0) - (inOrder[i - 1] ?? 0);
          expect(silence).toBeGreaterThanOrEqual(0);
          expect(silence).toBeLessThanOrEqual(3_600_000);
        }
        expect(plan.activity.reduce((a, b) => a + b, 0)).toBe(plan.events);
        expect(plan.activity.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
