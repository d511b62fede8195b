/** Shows stored sessions on the stage of a built harness, in Chromium, and hears what goes wrong. */
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type Page } from 'playwright';
import { browserLaunchOptions } from '../browser.ts';
import { hearErrors } from './hear-errors.ts';
import { serveBuild } from './serve-build.ts';
import { serveFrames } from './serve-frames.ts';
import type { StageHarness } from './stage-harness.ts';
import type { StoredSession } from './stored-session.ts';

declare const harness: StageHarness;

export interface StagePage {
  readonly page: Page;
  readonly replayUrl: string;
  /** Puts a session on the stage in the place of the one before: why it can't be shown, if so. */
  readonly open: (session: StoredSession) => Promise<string | undefined>;
  /** What went wrong since it was asked last. */
  readonly takeErrors: () => string[];
  readonly close: () => Promise<void>;
}

export async function openStagePage(
  how: { readonly isTrusting?: boolean } = {},
): Promise<StagePage> {
  const app = await serveBuild(resolve('tests/replay'), ['stage-harness.html'], undefined, [
    svelte(),
  ]);
  const frames = await serveFrames(app.origin, ['frame/replay.html'], how);
  const browser = await chromium.launch(browserLaunchOptions());
  const page = await browser.newPage();
  const errors = hearErrors(page);
  let objects: StoredSession['objects'] = new Map();
  await page.route('**/objects/*', (route) => {
    const body = objects.get(route.request().url().split('/objects/')[1] ?? '');
    return route.fulfill(body ? { body: Buffer.from(body) } : { status: 404 });
  });
  await page.goto(`${app.origin}/stage-harness.html`);
  await page.waitForFunction('window.harness !== undefined');
  const replayUrl = `${frames.guarded}/frame/replay.html`;
  return {
    page,
    replayUrl,
    open: (session) => {
      objects = session.objects;
      const { startedAt, durationMs } = session;
      const { chunks, tracks } = session;
      return page.evaluate(([told, url]) => harness.open(told, '/objects/', url), [
        { startedAt, durationMs, chunks, tracks },
        replayUrl,
      ] as const);
    },
    takeErrors: () => errors.splice(0),
    close: async () => {
      await browser.close();
      await frames.stop();
      app.stop();
    },
  };
}
