import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright';
import { CommandError } from './tell-error.ts';

/** The default export of a file given with `--script`: uses the browser in place of a person. */
export type RecordingScript = (page: Page, context: BrowserContext) => Promise<void>;

export async function loadScript(file: string): Promise<RecordingScript> {
  const address = pathToFileURL(resolve(file)).href;
  const { default: script } = await load(address).catch((error: unknown) => {
    throw new CommandError(`${file} could not be loaded: ${(error as Error).message}`);
  });
  if (typeof script !== 'function')
    throw new CommandError(
      `${file} has no default export that is a function. It should be “export default async (page, context) => { … }”.`,
    );
  return script as RecordingScript;
}

async function load(address: string): Promise<{ readonly default?: unknown }> {
  if (!/\.[cm]?ts$/.test(address)) return import(address) as Promise<{ default?: unknown }>;
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(address, import.meta.url) as Promise<{ default?: unknown }>;
}
