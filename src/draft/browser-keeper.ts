/** Keeps unsaved work in this browser, apart for each window that edits an annotation. A window holds
 * a lock for as long as it lives, so work without one was left by a window that closed or crashed. */

import { noContent } from '#core/content.ts';
import type { AnnotationId } from '#core/ids.ts';
import { KeptInDatabase } from './kept-in-database.ts';
import type { WorkKeeper } from './kept-work.ts';
import { moveLeftovers } from './leftover-work.ts';
import { changesOf, inWork, openWorkDatabase, readWork, type StoredWork } from './work-database.ts';

export interface Browser {
  readonly databases: IDBFactory;
  /** Absent on pages served over plain http to another machine. */
  readonly locks: LockManager | undefined;
  /** Where earlier versions kept unsaved work. */
  readonly storage: Storage | undefined;
  readonly makeId: () => string;
  readonly now: () => number;
}

export interface BrowserKeeper extends WorkKeeper {
  /** Names this window. */
  readonly window: string;
  /** The windows of this browser that edited the annotation and are gone. */
  readonly gone: readonly string[];
}

/** How long a window without unsaved work is remembered, to be known as gone. */
const memoryMs = 24 * 3_600_000;

/** Opens the drawer of `annotation`, taking over what a closed or crashed window left in it. Throws
 * where the browser keeps nothing. */
export async function openKeeper(
  annotation: AnnotationId,
  { databases, locks, storage, makeId, now }: Browser,
): Promise<BrowserKeeper> {
  const window = makeId();
  const database = await openWorkDatabase(databases);
  const release = await hold(lockOf(window), locks);
  await moveLeftovers(database, storage, async (key) => (await held(locks)).has(key));
  const living = await held(locks);
  const left = (await readWork(database)).filter(
    ({ record }) => !living.has(lockOf(record.window)),
  );
  const own = left.filter(({ record }) => record.annotation === annotation);
  const found = own.find(({ unsaved }) => unsaved.length > 0);
  const isOver = (work: StoredWork) =>
    work === found ||
    (work.unsaved.length === 0 && (own.includes(work) || work.record.openedAt < now() - memoryMs));
  const { from, base, sending } = found?.record ?? { from: 0, base: noContent, sending: 0 };
  const kept = { from, base, sending, unsaved: found?.unsaved ?? [] };
  const record = { window, annotation, openedAt: now(), from, base, sending };
  await inWork(database, ({ windows, changes }) => {
    windows.put(record);
    kept.unsaved.forEach((change, index) => changes.put(change, [window, from + index]));
    for (const { record } of left.filter(isOver)) {
      windows.delete(record.window);
      changes.delete(changesOf(record.window));
    }
  });
  const keeper = new KeptInDatabase(database, record, kept);
  return {
    window,
    gone: own.map(({ record }) => record.window),
    found: found && kept,
    keep: (work) => keeper.keep(work),
    close: () => void keeper.close().finally(release),
  };
}

const lockOf = (window: string) => `tasktape window ${window}`;

async function held(locks: LockManager | undefined): Promise<ReadonlySet<string | undefined>> {
  return new Set((await locks?.query())?.held?.map((lock) => lock.name));
}

function hold(name: string, locks: LockManager | undefined): Promise<() => void> {
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((held, failed) => {
    locks.request(name, () => new Promise<void>((release) => held(release))).catch(failed);
  });
}
