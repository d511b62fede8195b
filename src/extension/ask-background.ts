/** How the extension's own pages speak to its background. */
import type { RecorderSettings } from '#delivery/keeper-messages.ts';
import type { Connected, PanelMessage } from './panel-messages.ts';
import type { TabReport } from './tab-state.ts';

const say = (message: PanelMessage): Promise<unknown> => chrome.runtime.sendMessage(message);

export const reportOf = (tab: number) => say({ kind: 'report', tab }) as Promise<TabReport>;

/** Answers how the tab stands afterwards. */
export const tellBackground = (message: Exclude<PanelMessage, { kind: 'connect' }>) =>
  say(message) as Promise<TabReport>;

export const connectTo = (to: { settings: RecorderSettings; site: string }, save: boolean) =>
  say({ kind: 'connect', settings: to.settings, site: to.site, save }) as Promise<Connected>;

/** The tab a page of ours is about: named in its address, else the one the popup hangs over. */
export async function tabInQuestion(): Promise<number | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(named)) return named;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}
