/** Puts the recorder into pages of the sites that the project lists and the person has permitted. */
import { patternOf } from './site-of.ts';

const bridge = { id: 'bridge', js: ['bridge.js'], world: 'ISOLATED' } as const;
const page = { id: 'page', js: ['page.js'], world: 'MAIN' } as const;

export const isPermitted = (site: string): Promise<boolean> =>
  chrome.permissions.contains({ origins: [patternOf(site)] });

export async function permittedOf(sites: readonly string[]): Promise<string[]> {
  const asked = sites.map(async (site) => ((await isPermitted(site)) ? [site] : []));
  return (await Promise.all(asked)).flat();
}

/** Between the person's start and the end of the recording; over when the browser ends. */
export async function isRecordingWanted(): Promise<boolean> {
  return (await chrome.scripting.getRegisteredContentScripts()).length > 0;
}

/** Every page that is opened on these sites from now on is recorded. */
export async function recordNewPages(sites: readonly string[]): Promise<void> {
  await recordNoPages();
  if (sites.length === 0) return;
  const matches = sites.map(patternOf);
  await chrome.scripting.registerContentScripts(
    [bridge, page].map(({ id, js, world }) => ({
      id,
      js: [...js],
      world,
      matches,
      runAt: 'document_start' as const,
      // A recording ends with the browser: nobody is recorded tomorrow for having started today.
      persistAcrossSessions: false,
    })),
  );
}

export async function recordNoPages(): Promise<void> {
  const registered = await chrome.scripting.getRegisteredContentScripts();
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts();
}

/** The page that is open in this tab already. */
export async function recordOpenPage(tabId: number): Promise<void> {
  for (const { js, world } of [bridge, page])
    await chrome.scripting.executeScript({ target: { tabId }, files: [...js], world });
}

export async function openTabsOf(sites: readonly string[]): Promise<number[]> {
  if (sites.length === 0) return [];
  const tabs = await chrome.tabs.query({ url: sites.map(patternOf) });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}
