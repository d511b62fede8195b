import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { sketchCutting } from './sketch-cutting.ts';

const held = fc.record({
  from: fc.nat(9000),
  /** How long until each cut, and until the key comes up. */
  steps: fc.array(fc.nat(900), { minLength: 1, maxLength: 6 }),
  lagMs: fc.constantFrom(0, 240),
  how: fc.constantFrom('released' as const, 'lost' as const),
});

/** Moves the playhead to each time in turn. */
function play(on: ReturnType<typeof sketchCutting>, at: number): void {
  on.playhead.advance(ms(Math.min(10_000, at)));
}

test('carrying equals the cuts it stands for, wherever tasks lie already', () => {
  fc.assert(
    fc.property(fc.array(held, { minLength: 1, maxLength: 5 }), (holds) => {
      const there = 'a:2000-2600 b:5000-5200';
      const { lagMs } = holds[0]!;
      const [carried, cut] = [sketchCutting(there, { lagMs }), sketchCutting(there, { lagMs })];
      for (const on of [carried, cut]) on.playhead.play();
      for (const { from, steps, how } of holds) {
        for (const on of [carried, cut]) play(on, from);
        carried.cutting.run('carry', 'c');
        const started = carried.draft.marking !== undefined;
        if (started) cut.cutting.run('start');
        let at = from;
        for (const [index, step] of steps.entries()) {
          at += step;
          for (const on of [carried, cut]) play(on, at);
          const last = index === steps.length - 1;
          if (!last) for (const on of [carried, cut]) if (started) on.cutting.run('cut');
          if (!last) continue;
          carried.letGo(how);
          if (cut.draft.marking !== undefined) cut.cutting.run('end');
          if (cut.draft.marking !== undefined) cut.draft.cancelMark();
        }
        expect(carried.draft.content).toEqual(cut.draft.content);
      }
    }),
  );
});
