import { expect, test } from 'vitest';
import { noContent } from '#core/content.ts';
import type { AnnotationId } from '#core/ids.ts';
import { noHistory } from './edit-history.ts';
import { openKeeper } from './browser-keeper.ts';
import type { KeptWork } from './kept-work.ts';
import { sketchTasks } from './sketch-annotation.ts';

const first = 'first' as AnnotationId;
const second = 'second' as AnnotationId;
const [task] = sketchTasks('a:0-10');

function work(unsaved: number, from = 0): KeptWork {
  const edits = Array.from({ length: unsaved }, () => ({ kind: 'add task', task: task! }) as const);
  return { from, unsaved: edits, sending: 0, content: noContent, history: noHistory };
}

/** Storage and locks that several windows share; `crash` drops the locks of all of them. */
function sketchBrowser(mostCharacters = Infinity) {
  const kept: Record<string, string> = {};
  const hidden = { enumerable: false, configurable: true };
  const storage = Object.defineProperties(kept, {
    getItem: { ...hidden, value: (key: string) => kept[key] ?? null },
    removeItem: { ...hidden, value: (key: string) => delete kept[key] },
    setItem: {
      ...hidden,
      value: (key: string, text: string) => {
        if (text.length > mostCharacters) throw new Error('full');
        kept[key] = text;
      },
    },
  }) as unknown as Storage;
  const held = new Set<string>();
  const locks = {
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
    request: async (name: string, use: () => Promise<void>) => {
      held.add(name);
      await use();
      held.delete(name);
    },
  } as unknown as LockManager;
  let made = 0;
  return {
    kept,
    crash: () => held.clear(),
    open: (annotation: AnnotationId) =>
      openKeeper(annotation, { storage, locks, makeId: () => `w${(made += 1)}` }),
  };
}

test('what a crashed window kept is found by the next, and only once', async () => {
  const { open, crash } = sketchBrowser();
  (await open(first)).keep(work(2));
  crash();
  expect((await open(first)).found).toEqual(work(2));
  expect((await open(first)).found).toBeUndefined();
});

test('a window that lives keeps its own, and another does not take it', async () => {
  const { open } = sketchBrowser();
  (await open(first)).keep(work(2));
  expect((await open(first)).found).toBeUndefined();
});

test('a closed window hands on what it kept', async () => {
  const { open } = sketchBrowser();
  const keeper = await open(first);
  keeper.keep(work(0, 5));
  keeper.close();
  await Promise.resolve();
  expect((await open(first)).found).toEqual(work(0, 5));
});

test('unsaved edits of another session stay untouched; its mere history goes', async () => {
  const { open, crash, kept } = sketchBrowser();
  (await open(first)).keep(work(1));
  (await open(second)).keep(work(0));
  crash();
  expect((await open('third' as AnnotationId)).found).toBeUndefined();
  expect(Object.values(kept)).toEqual([JSON.stringify(work(1))]);
});

test('a record that is damaged is passed over', async () => {
  const { open, crash, kept } = sketchBrowser();
  (await open(first)).keep(work(1));
  crash();
  for (const key of Object.keys(kept)) kept[key] = '{"from":0,"unsaved":';
  expect((await open(first)).found).toBeUndefined();
});

test('where there is no room for the history, the unsaved edits are kept without it', async () => {
  const { open, crash } = sketchBrowser(JSON.stringify(work(1)).length);
  const { unsaved } = work(1);
  (await open(first)).keep({ ...work(1), history: { done: [{ edit: unsaved[0]! }], undone: [] } });
  crash();
  expect((await open(first)).found).toEqual(work(1));
});
