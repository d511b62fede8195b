/** `npm run fuzz`: many random pages against the recorder. `--seed` starts elsewhere, `--cases` says
 * how many. */
import { parseArgs } from 'node:util';
import { openFuzz } from './open-fuzz.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '10000' },
  },
});
const first = Number(values.seed);
const cases = Number(values.cases);
if (!Number.isSafeInteger(first) || !Number.isSafeInteger(cases) || cases < 1)
  throw new Error('--seed and --cases are whole numbers.');

const atOnce = 250;
const fuzz = await openFuzz();
let events = 0;
try {
  for (let done = 0; done < cases && process.exitCode === undefined; done += atOnce) {
    const count = Math.min(atOnce, cases - done);
    const outcome = await fuzz.run(first + done, count);
    events += outcome.events;
    if (outcome.failure) {
      console.log(`Leaked at ${outcome.failure}`);
      process.exitCode = 1;
    } else {
      console.log(`${done + count} of ${cases} pages, ${events} events, nothing leaked`);
    }
  }
} finally {
  await fuzz.close();
}
