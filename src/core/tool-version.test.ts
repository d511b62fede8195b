import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toolVersion } from './tool-version.ts';

test('it is the version of package.json', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(toolVersion).toBe(version);
});
