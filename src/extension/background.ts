/**
 * The background: joins recorded pages, the extension's own pages and the browser to the one keeper.
 * The browser may end it whenever it is idle; all that matters lies on the shelf.
 */
import { isPermitted, isRecordingWanted, recordNoPages } from './injection.ts';
import { KeeperHouse } from './keeper-house.ts';
import type { PageLink } from './page-link.ts';
import { isPanel, type PanelMessage } from './panel-messages.ts';
import { RecordedTabs } from './recorded-tabs.ts';
import { RecordingDesk } from './recording-desk.ts';
import { placesByTab, readProject, startingTab, writersByStream } from './settings.ts';
import { openPanel } from './open-panel.ts';
import { TabPlaces } from './tab-places.ts';

const house = new KeeperHouse();
const places = new TabPlaces(placesByTab, writersByStream);
const tabs = new RecordedTabs(places, {
  changed: (link) => void follow(link),
  wished: (link) => void openPanel('popup', link.browserTab),
});
const desk = new RecordingDesk(house, tabs);
const ready = places.load();

async function follow({ state, browserTab }: PageLink): Promise<void> {
  if (state.kind === 'ended') await recordNoPages();
  if (state.kind === 'starting' || (await startingTab.read()) !== browserTab) return;
  await startingTab.remove();
  if (state.kind === 'asking') await openPanel('consent', browserTab);
}

/** Only the top page of a tab, on a site of the project, while a recording is wanted. */
async function admit(port: chrome.runtime.Port): Promise<void> {
  const early: unknown[] = [];
  const hearEarly = (text: unknown) => void early.push(text);
  port.onMessage.addListener(hearEarly);
  await ready;
  const { tab, frameId, origin: site } = port.sender ?? {};
  const known = (await readProject())?.sites ?? [];
  const keeper = await house.keeper();
  if (tab?.id === undefined || frameId !== 0 || site === undefined || !keeper)
    return port.disconnect();
  if (!known.includes(site) || !(await isPermitted(site))) {
    port.postMessage({ kind: 'ended', why: 'stopped' });
    return;
  }
  const over = !(await isRecordingWanted());
  await tabs.forget(tab.id);
  port.onMessage.removeListener(hearEarly);
  const link = tabs.accept(port, { browserTab: tab.id, site, over }, keeper);
  for (const text of early) link.hearPage(text);
}

async function answer(message: PanelMessage): Promise<unknown> {
  await ready;
  switch (message.kind) {
    case 'report':
      break;
    case 'start':
      await desk.start(message.tab);
      break;
    case 'act':
      await desk.act(message.tab, message.act);
      break;
    case 'answer':
      desk.answer(message.tab, message.purposes);
      break;
    case 'connect':
      return house.connect(message.settings, message.site, message.save);
  }
  return desk.report(message.tab);
}

chrome.runtime.onConnect.addListener((port) => {
  // The browser tells a page that vanished meanwhile by an error that nobody needs to hear.
  void admit(port).catch(() => undefined);
});
chrome.runtime.onMessage.addListener((message: PanelMessage, sender, reply) => {
  if (!isPanel(sender)) return false;
  void answer(message).then(reply);
  return true;
});
chrome.permissions.onAdded.addListener(() => void ready.then(() => desk.permitted()));
chrome.permissions.onRemoved.addListener(() => void ready.then(() => desk.permissionsLost()));
chrome.tabs.onRemoved.addListener((tab) => void tabs.forget(tab));
chrome.commands.onCommand.addListener((name) => {
  if (name === 'pause') void ready.then(() => desk.togglePause());
});
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void chrome.runtime.openOptionsPage();
});
// Wakes an idle background, so that what waits is sent.
chrome.alarms.onAlarm.addListener(() => void house.keeper());
void chrome.alarms.create('deliver', { periodInMinutes: 1 });
void house.keeper();
