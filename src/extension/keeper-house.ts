/** The one keeper of this browser and the shelf it keeps things on; made anew whenever the browser
 * starts the background again. */
import { IndexedDbShelf } from '#delivery/indexed-db-shelf.ts';
import { Keeper } from '#delivery/keeper.ts';
import type { RecorderSettings } from '#delivery/keeper-messages.ts';
import { RecorderApi } from '#delivery/recorder-api.ts';
import type { Shelf } from '#delivery/shelf.ts';
import { ShelfPlaces } from '#delivery/shelf-places.ts';
import { readLiveRecording, readMyRecordingsUrl, type LiveRecording } from './live-recording.ts';
import type { Connected } from './panel-messages.ts';
import { readSettings, saveConnection } from './settings.ts';

export class KeeperHouse {
  #shelf: Promise<Shelf> | undefined;
  #keeper: Promise<Keeper> | undefined;

  /** None before the extension is set up. */
  async keeper(): Promise<Keeper | undefined> {
    const settings = await readSettings();
    if (!settings) return undefined;
    this.#keeper ??= this.#open(settings);
    return this.#keeper;
  }

  async #open(settings: RecorderSettings): Promise<Keeper> {
    const shelf = await this.#openShelf();
    // There is one background at a time: what one that ended was busy sending, nobody is.
    const leases = (await shelf.keys(new ShelfPlaces(settings).recordings)).filter((key) =>
      key.includes('/lease/'),
    );
    await shelf.write(leases.map((key) => ({ remove: key })));
    return new Keeper({ settings, shelf });
  }

  async waiting(): Promise<number> {
    return (await (await this.keeper())?.waiting()) ?? 0;
  }

  async live(): Promise<LiveRecording | undefined> {
    const settings = await readSettings();
    return settings && readLiveRecording(await this.#openShelf(), settings);
  }

  async myRecordingsUrl(): Promise<string | undefined> {
    const settings = await readSettings();
    return settings && readMyRecordingsUrl(await this.#openShelf(), settings);
  }

  /** Asks the project for its terms, as any recorder does, and remembers the connection. */
  async connect(settings: RecorderSettings, site: string, save: boolean): Promise<Connected> {
    try {
      const terms = await new RecorderApi(settings).terms(site);
      const { project, sites } = terms;
      const unfinished = save ? await this.#unfinished(settings) : undefined;
      if (unfinished) return { ok: false, why: unfinished };
      if (save) await this.#settle(settings, { name: project, sites });
      return { ok: true, project, sites };
    } catch (error) {
      return { ok: false, why: error instanceof Error ? error.message : String(error) };
    }
  }

  /** What was recorded for one project must not be left behind when another takes its place. */
  async #unfinished(next: RecorderSettings): Promise<string | undefined> {
    const now = await readSettings();
    if (!now || (now.url === next.url && now.recorderKey === next.recorderKey)) return undefined;
    if (await this.live()) return 'A recording is under way. Stop it, then connect again.';
    if ((await this.waiting()) > 0)
      return 'The last recording is still being sent. Connect again when nothing is waiting.';
    return undefined;
  }

  async #settle(
    settings: RecorderSettings,
    project: { readonly name: string; readonly sites: readonly string[] },
  ): Promise<void> {
    const old = this.#keeper;
    this.#keeper = undefined;
    (await old)?.stop();
    await saveConnection(settings, project);
  }

  #openShelf(): Promise<Shelf> {
    this.#shelf ??= IndexedDbShelf.open();
    return this.#shelf;
  }
}
