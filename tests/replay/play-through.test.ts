import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StageHarness } from './stage-harness.ts';
import { openStagePage, type StagePage } from './stage-page.ts';
import { fileSource, storeSession } from './stored-session.ts';

declare const harness: StageHarness;

const shared = resolve(process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings');
const isThere = existsSync(shared);
const recordings = [
  ...(isThere ? readdirSync(shared).map((name) => join(shared, name)) : []),
  resolve('public/demo/recordings/correct-an-address.json.gz'),
  resolve('public/demo/recordings/place-an-order.json.gz'),
].filter((path) => !path.endsWith('index.json'));

let stage: StagePage;
beforeAll(async () => void (stage = await openStagePage()));
afterAll(() => stage?.close());

describe(isThere ? 'recordings' : `recordings (none in ${shared}, so only our own)`, () => {
  test.each(recordings)('%s plays through', { timeout: 120_000 }, async (path) => {
    const session = await storeSession(fileSource(path));
    const opened = await stage.open(session);
    const played = await stage.page.evaluate(() => harness.playThrough(100));
    const missing = await stage.page.evaluate(() => harness.missing());
    expect({ errors: stage.takeErrors(), opened, played, missing }).toEqual({
      errors: [],
      opened: undefined,
      played: { at: session.durationMs, failed: undefined },
      missing: [],
    });
  });
});
