/** Delivers what earlier runs of `tasktape record` left on this machine. */
import type { SessionId } from '#core/ids.ts';
import { Keeper } from '#delivery/keeper.ts';
import { ShelfPlaces } from '#delivery/shelf-places.ts';
import { deliver, type Undelivered } from './deliver.ts';
import { takeUp } from './end-recording.ts';
import type { FileShelf } from './file-shelf.ts';
import { progressLine } from './progress-line.ts';
import { listRecorderFolders, openRecorderShelf, type RecorderFolder } from './recorder-folder.ts';

export interface Resumed {
  readonly folder: RecorderFolder;
  readonly hadSomething: boolean;
  readonly undelivered?: Undelivered;
}

export async function resumeRecordings(dataDir: string, hurry: AbortSignal): Promise<Resumed[]> {
  const results: Resumed[] = [];
  for (const folder of await listRecorderFolders(dataDir)) {
    if (hurry.aborted) break;
    results.push(await resume(folder, hurry));
  }
  return results;
}

async function resume(folder: RecorderFolder, signal: AbortSignal): Promise<Resumed> {
  const { settings } = folder;
  const shelf = await openRecorderShelf(folder);
  const keeper = new Keeper({ settings, shelf });
  try {
    if ((await keeper.waiting()) === 0) return { folder, hadSomething: false };
    await endLeftOver(keeper, shelf, folder);
    const progress = progressLine();
    const undelivered = await deliver({ keeper, shelf, settings, progress, signal });
    return { folder, hadSomething: true, undelivered };
  } finally {
    keeper.stop();
    await shelf.close();
  }
}

/** A run that was cut off left its recording open. */
async function endLeftOver(
  keeper: Keeper,
  shelf: FileShelf,
  { settings, site }: RecorderFolder,
): Promise<void> {
  const session = await shelf.read<SessionId>(new ShelfPlaces(settings).live);
  if (session === undefined) return;
  const line = await takeUp(keeper, { site, place: { session, tab: 0 }, isOpen: true });
  line?.say({ kind: 'stop' });
}
