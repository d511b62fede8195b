/** Keeps unsaved work in this browser, one record for each window that edits an annotation. A window
 * holds a lock on its record for as long as it lives, so a record without one was left by a crash. */

import type { AnnotationId } from '#core/ids.ts';
import type { KeptWork, WorkKeeper } from './kept-work.ts';

interface Browser {
  readonly storage: Storage;
  /** Absent on pages served over plain http to another machine. */
  readonly locks: LockManager | undefined;
  readonly makeId: () => string;
}

const prefix = 'tasktape work ';

/** Opens the drawer of `annotation`, taking over what a closed or crashed window left in it. */
export async function openKeeper(annotation: AnnotationId, browser: Browser): Promise<WorkKeeper> {
  const { storage, locks } = browser;
  const mine = `${prefix}${annotation} ${browser.makeId()}`;
  const release = await hold(mine, locks);
  const left = await leftBehind(storage, locks);
  const own = left.filter(({ key }) => key.startsWith(`${prefix}${annotation} `));
  const found = own.find(({ work }) => work.unsaved.length > 0) ?? own.at(-1);
  for (const { key, work } of left)
    if (key === found?.key || work.unsaved.length === 0) storage.removeItem(key);
  const keep = (work: KeptWork) => write(storage, mine, work);
  if (found) keep(found.work);
  return { found: found?.work, keep, close: release };
}

interface Left {
  readonly key: string;
  readonly work: KeptWork;
}

async function leftBehind(storage: Storage, locks: LockManager | undefined): Promise<Left[]> {
  const held = new Set((await locks?.query())?.held?.map((lock) => lock.name));
  return Object.keys(storage)
    .filter((key) => key.startsWith(prefix) && !held.has(key))
    .flatMap((key) => {
      const work = read(storage.getItem(key));
      return work ? [{ key, work }] : [];
    });
}

function read(text: string | null): KeptWork | undefined {
  try {
    const work = JSON.parse(text ?? '') as Partial<KeptWork>;
    const whole =
      typeof work.from === 'number' &&
      typeof work.sending === 'number' &&
      [work.unsaved, work.content?.tasks, work.history?.done, work.history?.undone].every(
        Array.isArray,
      );
    return whole ? (work as KeptWork) : undefined;
  } catch {
    return undefined;
  }
}

/** Where the browser has no room left, the history goes first, the unsaved edits never by choice. */
function write(storage: Storage, key: string, work: KeptWork): void {
  for (const attempt of [work, { ...work, history: { done: [], undone: [] } }]) {
    try {
      storage.setItem(key, JSON.stringify(attempt));
      return;
    } catch {
      continue;
    }
  }
}

function hold(name: string, locks: LockManager | undefined): Promise<() => void> {
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((held, failed) => {
    locks.request(name, () => new Promise<void>((release) => held(release))).catch(failed);
  });
}
