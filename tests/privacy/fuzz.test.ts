import { expect, test } from 'vitest';
import { openFuzz } from './open-fuzz.ts';

const cases = 200;

test(`${cases} random pages give nothing away`, async () => {
  const fuzz = await openFuzz();
  try {
    const { failure, snapshots, mutations } = await fuzz.run(1, cases);
    expect(failure).toBeUndefined();
    // Who lets nothing through leaks nothing.
    expect(snapshots).toBe(2 * cases);
    expect(mutations).toBeGreaterThan(cases);
  } finally {
    await fuzz.close();
  }
});

const letThrough = `export class Sanitizer { dropped = 0; clean(event) { return event; } }`;

test('without the sanitizer the first of them does, and the smallest page is told', async () => {
  const fuzz = await openFuzz({ '#sanitizer/sanitizer.ts': letThrough });
  try {
    const { failure } = await fuzz.run(1, 1);
    expect(failure).toMatch(/^seed 1, steps \d+:/);
  } finally {
    await fuzz.close();
  }
});
