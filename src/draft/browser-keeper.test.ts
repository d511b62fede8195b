import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { noContent } from '#core/content.ts';
import type { AnnotationId } from '#core/ids.ts';
import { epochMs } from '#core/time.ts';
import { openKeeper } from './browser-keeper.ts';
import type { Change } from './change.ts';
import type { KeptWork } from './kept-work.ts';
import { sketchTasks } from './sketch-annotation.ts';

const first = 'first' as AnnotationId;
const second = 'second' as AnnotationId;
const [task] = sketchTasks('a:0-10');
const edit = { kind: 'add task', task: task! } as const;

const change = (at: number): Change => ({ entry: { ...edit, at: epochMs(at) }, effect: edit });
const work = (unsaved: number, from = 0): KeptWork => ({
  from,
  base: noContent,
  sending: 0,
  unsaved: Array.from({ length: unsaved }, (_, index) => change(from + index)),
});

afterEach(() => void vi.restoreAllMocks());

/** A database and locks that several windows share; `crash` drops the locks of all of them. */
function sketchBrowser(left: Record<string, string> = {}) {
  const databases = new IDBFactory();
  const hidden = { enumerable: false };
  const storage = Object.defineProperties(left, {
    getItem: { ...hidden, value: (key: string) => left[key] ?? null },
    removeItem: { ...hidden, value: (key: string) => delete left[key] },
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
  let now = 0;
  const makeId = () => `w${(made += 1)}`;
  return {
    left,
    held,
    crash: () => held.clear(),
    pass: (ms: number) => (now += ms),
    open: (annotation: AnnotationId) =>
      openKeeper(annotation, { databases, storage, locks, makeId, now: () => now }),
  };
}

test('what a crashed window kept is found by the next, and only once', async () => {
  const { open, crash } = sketchBrowser();
  await (await open(first)).keep(work(2));
  crash();
  expect((await open(first)).found).toEqual(work(2));
  expect((await open(first)).found).toBeUndefined();
});

test('what was found is kept on under the new window, through crash after crash', async () => {
  const { open, crash } = sketchBrowser();
  await (await open(first)).keep(work(2));
  for (let round = 0; round < 3; round += 1) {
    crash();
    expect((await open(first)).found).toEqual(work(2));
  }
});

test('each change is written once, and leaves when it is saved', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const { open, crash } = sketchBrowser();
  const keeper = await open(first);
  const { unsaved } = work(50);
  const keepUpTo = (count: number, from = 0) =>
    keeper.keep({ ...work(0, from), unsaved: unsaved.slice(from, count) });
  for (let count = 1; count <= 50; count += 1) await keepUpTo(count);
  expect(put.mock.calls.length).toBeLessThan(110);
  await keepUpTo(50, 48);
  crash();
  expect((await open(first)).found).toEqual({ ...work(0, 48), unsaved: unsaved.slice(48) });
});

test('many changes of one moment are one write', async () => {
  const { open, crash } = sketchBrowser();
  const keeper = await open(first);
  const kept = [1, 2, 3].map((count) => keeper.keep(work(count)));
  expect(new Set(kept).size).toBe(1);
  await Promise.all(kept);
  crash();
  expect((await open(first)).found).toEqual(work(3));
});

test('a window that lives keeps its own, and another does not take it', async () => {
  const { open } = sketchBrowser();
  const keeper = await open(first);
  await keeper.keep(work(2));
  expect(await open(first)).toMatchObject({ found: undefined, gone: [] });
});

test('a closed window hands on what it could not save, and is known to be gone', async () => {
  const { open, held } = sketchBrowser();
  const keeper = await open(first);
  await keeper.keep(work(1, 5));
  keeper.close();
  await vi.waitFor(() => expect(held.size).toBe(0));
  expect(await open(first)).toMatchObject({ found: work(1, 5), gone: [keeper.window] });
});

test('unsaved edits of another annotation stay untouched, however old', async () => {
  const { open, crash, pass } = sketchBrowser();
  await (await open(first)).keep(work(1));
  crash();
  pass(40 * 24 * 3_600_000);
  expect(await open(second)).toMatchObject({ found: undefined, gone: [] });
  crash();
  expect((await open(first)).found).toEqual(work(1));
});

test('where nothing more can be kept, a sentence says so, and the next write keeps all', async () => {
  const { open, crash } = sketchBrowser();
  const keeper = await open(first);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await keeper.keep(work(1))).toMatch(/no room left/);
  full.mockRestore();
  expect(await keeper.keep(work(2))).toBeUndefined();
  crash();
  expect((await open(first)).found).toEqual(work(2));
});

test('what earlier versions kept is moved over once; what is damaged is passed over', async () => {
  const { tasks } = { tasks: [{ id: 'a', startsMs: 0, endsMs: 10, instruction: 'x', notes: '' }] };
  const old = { from: 3, sending: 0, tasks, unsaved: [{ kind: 'add task', task: tasks[0] }] };
  const { open, left } = sketchBrowser({
    'tasktape work first w': JSON.stringify(old),
    'tasktape work first v': '{"from":0,"unsaved":',
    theme: 'dark',
  });
  const { found } = await open(first);
  expect(found).toMatchObject({ from: 3, base: noContent });
  expect(found!.unsaved[0]!.effect).toEqual({
    kind: 'add task',
    task: { ...task, instruction: 'x' },
  });
  expect(left).toEqual({ theme: 'dark' });
});

test('a browser that keeps nothing says so at once', async () => {
  const databases = {
    open: () => {
      throw new Error('denied');
    },
  } as unknown as IDBFactory;
  const browser = { databases, locks: undefined, storage: undefined };
  const opening = openKeeper(first, { ...browser, makeId: () => 'w', now: () => 0 });
  await expect(opening).rejects.toThrow('denied');
});
