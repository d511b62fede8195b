/** What the background does for the person: tells how a tab stands, starts, and passes on what they
 * decide. Nothing here comes from a recorded page. */
import type { Purpose } from '#core/consent.ts';
import { RecorderApi } from '#delivery/recorder-api.ts';
import {
  isPermitted,
  isRecordingWanted,
  openTabsOf,
  permittedOf,
  recordNewPages,
  recordNoPages,
  recordOpenPage,
} from './injection.ts';
import type { KeeperHouse } from './keeper-house.ts';
import type { PageLink } from './page-link.ts';
import type { PersonAct } from './panel-messages.ts';
import { hasEnded, type RecordedTabs } from './recorded-tabs.ts';
import { readProject, readSettings, saveProject, startingTab } from './settings.ts';
import { siteOf } from './site-of.ts';
import { speakAlone } from './speak-alone.ts';
import type { TabReport, TabState } from './tab-state.ts';

const notPermitted = 'You took back the permission for this site. Start again to give it anew.';

/** Less than this is on its way all the time while a recording runs. */
const worthTellingBytes = 100_000;

export class RecordingDesk {
  readonly #house: KeeperHouse;
  readonly #tabs: RecordedTabs;
  readonly #failures = new Map<number, Extract<TabState, { kind: 'refused' }>>();

  constructor(house: KeeperHouse, tabs: RecordedTabs) {
    this.#house = house;
    this.#tabs = tabs;
  }

  async report(browserTab: number): Promise<TabReport> {
    const settings = await readSettings();
    if (!settings) return { state: { kind: 'not set up' } };
    const state = await this.#stateOf(browserTab);
    const link = this.#tabs.linkOf(browserTab);
    const live = await this.#house.live();
    const bytes = await this.#house.waiting();
    const online = link?.waiting?.online ?? navigator.onLine;
    const tellWaiting = bytes > (live && online ? worthTellingBytes : 0);
    return {
      state,
      live: live && (live.paused ? 'paused' : 'recording'),
      wish: link?.wish,
      ...(tellWaiting && { waiting: { bytes, online } }),
      myRecordingsUrl: await this.#house.myRecordingsUrl(),
    };
  }

  /** Where the browser has not been asked for this site yet, goes on once it is permitted. */
  async start(browserTab: number): Promise<void> {
    const settings = await readSettings();
    const site = await siteOfTab(browserTab);
    if (!settings || site === undefined) return;
    this.#failures.delete(browserTab);
    await startingTab.write(browserTab);
    if (!(await isPermitted(site))) return;
    try {
      const terms = await new RecorderApi(settings).terms(site);
      await saveProject({ name: terms.project, sites: terms.sites });
      const permitted = await permittedOf(terms.sites);
      await recordNewPages(permitted);
      this.#tabs.expect(browserTab);
      for (const tab of await openTabsOf(permitted)) await this.#record(tab);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#failures.set(browserTab, { kind: 'refused', site, why });
    }
  }

  /** The person permitted a site, here or in the browser's own settings. */
  async permitted(): Promise<void> {
    const tab = await startingTab.read();
    if (tab !== undefined) await this.start(tab);
    else if (await isRecordingWanted())
      await recordNewPages(await permittedOf((await readProject())?.sites ?? []));
  }

  /** Pages of a site that is not permitted any more are let go of. */
  async permissionsLost(): Promise<void> {
    if (!(await isRecordingWanted())) return;
    await recordNewPages(await permittedOf((await readProject())?.sites ?? []));
    for (const link of this.#tabs.links)
      if (!(await isPermitted(link.site))) link.send({ kind: 'refused', why: notPermitted });
  }

  async act(browserTab: number | undefined, act: PersonAct): Promise<void> {
    const link = this.#runningLink(browserTab);
    if (link) link.say({ kind: act });
    else await this.#actAlone(act);
    // A page whose recording had ended before shows that this is over as well.
    if (!link && act === 'withdraw' && browserTab !== undefined)
      this.#tabs.linkOf(browserTab)?.send({ kind: 'ended', why: 'withdrawn' });
    if (act !== 'pause' && act !== 'resume') await recordNoPages();
  }

  answer(browserTab: number, purposes: readonly Purpose[]): void {
    const link = this.#tabs.linkOf(browserTab);
    if (link?.state.kind === 'asking') link.say({ kind: 'answer', purposes });
  }

  async togglePause(): Promise<void> {
    const live = await this.#house.live();
    if (live) await this.act(undefined, live.paused ? 'resume' : 'pause');
  }

  async #stateOf(browserTab: number): Promise<TabState> {
    const site = await siteOfTab(browserTab);
    const link = this.#tabs.linkOf(browserTab);
    if (link && (site === undefined || link.site === site)) return link.state;
    const failure = this.#failures.get(browserTab);
    if (failure && failure.site === site) return failure;
    if (site === undefined) return { kind: 'no site' };
    const { name: project, sites } = (await readProject()) ?? { name: 'Your project', sites: [] };
    if (!sites.includes(site)) return { kind: 'off the list', project, sites };
    const kind = (await isPermitted(site)) ? 'ready' : 'needs permission';
    return { kind, site, project };
  }

  async #record(browserTab: number): Promise<void> {
    const link = this.#tabs.linkOf(browserTab);
    if (link && !hasEnded(link)) return;
    await this.#tabs.forget(browserTab);
    // A page of the browser's own, such as an error page, takes no scripts.
    await recordOpenPage(browserTab).catch(() => undefined);
  }

  #runningLink(browserTab: number | undefined): PageLink | undefined {
    const own = browserTab === undefined ? undefined : this.#tabs.linkOf(browserTab);
    if (own && !hasEnded(own)) return own;
    return this.#tabs.links.find(({ state }) => ['recording', 'paused'].includes(state.kind));
  }

  /** No page of the recording is open: the background speaks in its own name. */
  async #actAlone(act: PersonAct): Promise<void> {
    const keeper = await this.#house.keeper();
    const site = (await readProject())?.sites[0];
    if (!keeper || site === undefined) return;
    if (act === 'withdraw') await speakAlone(keeper, [{ kind: 'withdraw' }]);
    else if (await this.#house.live())
      await speakAlone(keeper, [{ kind: 'join', site }, { kind: act }]);
  }
}

async function siteOfTab(browserTab: number): Promise<string | undefined> {
  const tab = await chrome.tabs.get(browserTab).catch(() => undefined);
  return siteOf(tab?.url);
}
