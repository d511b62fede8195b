/** Unsaved work as earlier versions kept it, in the browser's storage of short texts: moved over once. */

import { noContent, type Content } from '#core/content.ts';
import { applyEdit, invertEdit, type Edit } from '#core/edit.ts';
import type { AnnotationId } from '#core/ids.ts';
import type { Task } from '#core/task.ts';
import { epochMs, type Ms } from '#core/time.ts';
import { wholeEntry, wholeTask } from '#core/whole-entry.ts';
import type { KeptWork } from './kept-work.ts';
import { inWork, type WindowRecord } from './work-database.ts';

interface Leftover {
  readonly from: number;
  readonly unsaved: readonly Edit[];
  readonly sending: number;
  readonly content?: Content;
  readonly tasks?: readonly Task[];
  readonly marking?: Ms;
}

const prefix = 'tasktape work ';

/** Passes over what a window of an earlier version still holds. */
export async function moveLeftovers(
  database: IDBDatabase,
  storage: Storage | undefined,
  isHeld: (key: string) => Promise<boolean>,
): Promise<void> {
  for (const key of Object.keys(storage ?? {}).filter((each) => each.startsWith(prefix))) {
    if (await isHeld(key)) continue;
    const work = read(storage?.getItem(key) ?? '');
    const [annotation, window] = key.slice(prefix.length).split(' ');
    if (work && annotation && window) {
      const { from, base, sending, unsaved } = work;
      const record: WindowRecord = {
        window,
        annotation: annotation as AnnotationId,
        openedAt: 0,
        from,
        base,
        sending,
      };
      await inWork(database, ({ windows, changes }) => {
        windows.put(record);
        unsaved.forEach((change, index) => changes.put(change, [window, from + index]));
      });
    }
    storage?.removeItem(key);
  }
}

function read(text: string): KeptWork | undefined {
  try {
    const { from, unsaved, sending, ...said } = JSON.parse(text) as Leftover;
    const content = said.content ?? { ...noContent, tasks: said.tasks ?? [] };
    const edits = unsaved.map((edit) => wholeEntry(edit));
    if (edits.length === 0) return undefined;
    const now = { ...content, tasks: content.tasks.map(wholeTask) };
    return {
      from,
      sending,
      base: [...edits].reverse().map(invertEdit).reduce(applyEdit, now),
      unsaved: edits.map((effect) => ({ entry: { ...effect, at: epochMs(0) }, effect })),
    };
  } catch {
    return undefined;
  }
}
