import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readme, withKeys } from './keys-table.ts';

test('the README tells the keys as they are', async () => {
  const text = await readFile(readme, 'utf8');
  const isInStep = text === (await withKeys(text));
  expect(isInStep, `${readme} lags behind the table: run \`npm run docs:keys\`.`).toBe(true);
});
