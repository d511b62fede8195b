import { expect, test } from 'vitest';
import { faultRun } from './fault-run.ts';

/** `TASKTAPE_FAULT_RUNS=20000 npx vitest run tests/delivery` for the long version. */
const runs = Number(process.env['TASKTAPE_FAULT_RUNS'] ?? 1000);
const first = Number(process.env['TASKTAPE_FAULT_SEED'] ?? 1);

test(`nothing is lost without a name, nothing doubled, in ${runs} runs of misfortune`, async () => {
  let stored = 0;
  let missing = 0;
  const failed: string[] = [];
  for (let seed = first; seed < first + runs && failed.length < 5; seed += 1) {
    const result = await faultRun(seed);
    stored += result.stored;
    missing += result.missing;
    if (result.problems.length > 0)
      failed.push([`seed ${seed}:`, ...result.problems.slice(0, 6), ...result.story].join('\n  '));
  }
  expect(failed.join('\n')).toBe('');
  // Were next to nothing delivered, little could be wrong with it.
  expect(stored).toBeGreaterThan(30 * runs);
  expect(missing).toBeLessThan(stored / 10);
}, 600_000);
