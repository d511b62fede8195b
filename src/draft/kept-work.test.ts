import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotation.ts';
import type { TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import type { AnnotationDraft } from './annotation-draft.svelte.ts';
import type { KeptWork } from './kept-work.ts';
import { printTasks, sketchAnnotation, sketchServer } from './sketch-annotation.ts';
import { sketchDraft } from './sketch-draft.ts';

const start = sketchAnnotation('a:1000-2000');

/** A browser whose window can crash, in front of a server that lives on. */
function sketchBrowser() {
  const server = sketchServer(start);
  let kept: KeptWork | undefined;
  const open = (annotation: Annotation = server.annotation) =>
    sketchDraft(annotation, server, {
      found: kept && (JSON.parse(JSON.stringify(kept)) as KeptWork),
      keep: (work) => {
        kept = work;
        return Promise.resolve(undefined);
      },
      close: () => undefined,
    });
  return { server, open };
}

const add = (draft: AnnotationDraft, from: number, to: number) =>
  draft.addTask({ startsMs: ms(from), endsMs: ms(to) });

test('edits that were never sent are there after a crash, and are sent', async () => {
  const { server, open } = sketchBrowser();
  add(open().draft, 3000, 4000);
  const { draft, timers } = open();
  expect(printTasks(draft.tasks)).toBe('a:1000-2000 n1:3000-4000');
  expect(draft.saving.count).toBe(1);
  await timers.fire();
  expect(draft.saving.state).toEqual({ kind: 'saved', at: 5000 });
  expect(printTasks(server.tasks)).toBe('a:1000-2000 n1:3000-4000');
});

test('an open mark and the undo of saved edits outlive a reload', async () => {
  const { server, open } = sketchBrowser();
  const before = open();
  add(before.draft, 3000, 4000);
  await before.draft.flush();
  before.draft.markStart(ms(5000));
  const { draft } = open();
  expect(draft.marking).toBe(5000);
  expect(draft.saving.count).toBe(1);
  draft.undo();
  expect(draft.marking).toBeUndefined();
  draft.undo();
  await draft.flush();
  expect(printTasks(server.tasks)).toBe('a:1000-2000');
});

test('edits that were stored though the answer was lost are not stored twice', async () => {
  const { server, open } = sketchBrowser();
  const before = open();
  server.trouble = 'lost';
  add(before.draft, 3000, 4000);
  await before.timers.fire();
  expect(before.draft.saving.state.kind).toBe('offline');
  add(before.draft, 5000, 6000);
  server.trouble = undefined;
  const { draft } = open();
  await draft.flush();
  expect(draft.saving.state.kind).toBe('saved');
  expect(server.edits).toHaveLength(2);
  expect(printTasks(server.tasks)).toBe('a:1000-2000 n1:3000-4000 n2:5000-6000');
});

test('undo reaches back over edits made elsewhere, and on another machine', async () => {
  const { server, open } = sketchBrowser();
  const before = open();
  add(before.draft, 3000, 4000);
  await before.draft.flush();
  const elsewhere = sketchDraft(server.annotation, server).draft;
  add(elsewhere, 5000, 6000);
  await elsewhere.flush();
  const { draft } = open();
  draft.undo();
  expect(printTasks(draft.tasks)).toBe('a:1000-2000 n1:3000-4000');
  draft.undo();
  expect(printTasks(draft.tasks)).toBe('a:1000-2000');
  expect(draft.canUndo).toBe(false);
  draft.redo();
  await draft.flush();
  expect(server.edits.slice(2)).toEqual([
    { kind: 'undo', of: 1 },
    { kind: 'undo', of: 0 },
    { kind: 'redo', of: 0 },
  ]);
  expect(printTasks(server.tasks)).toBe('a:1000-2000 n1:3000-4000');
});

/** Two windows: one saves while the other's edit has not left it. */
async function sketchConflict() {
  const { server, open } = sketchBrowser();
  const here = open();
  const there = sketchDraft(start, server);
  add(here.draft, 3000, 4000);
  add(there.draft, 3500, 4500);
  await there.draft.flush();
  await here.draft.flush();
  await here.timers.fire();
  return { server, draft: here.draft };
}

test('a conflict is told with both sides, stops the sending, and keeps what stands here', async () => {
  const { server, draft } = await sketchConflict();
  expect(draft.saving.state.kind).toBe('conflict');
  add(draft, 6000, 7000);
  await draft.flush();
  expect(draft.saving.count).toBe(2);
  expect(printTasks(draft.tasks)).toBe('a:1000-2000 n1:3000-4000 n3:6000-7000');
  expect(printTasks(draft.sides!.theirs.tasks)).toBe('a:1000-2000 n2:3500-4500');
  expect(printTasks(server.tasks)).toBe('a:1000-2000 n2:3500-4500');
});

test('going on with mine stores mine; undo brings theirs', async () => {
  const { server, draft } = await sketchConflict();
  draft.resolve('mine');
  await draft.flush();
  expect(printTasks(server.tasks)).toBe('a:1000-2000 n1:3000-4000');
  draft.undo();
  await draft.flush();
  expect(printTasks(server.tasks)).toBe('a:1000-2000 n2:3500-4500');
});

test('going on with theirs shows theirs; redo brings mine, on any machine', async () => {
  const { server, draft } = await sketchConflict();
  draft.resolve('theirs');
  expect(printTasks(draft.tasks)).toBe('a:1000-2000 n2:3500-4500');
  await draft.flush();
  const elsewhere = sketchDraft(server.annotation, server).draft;
  elsewhere.redo();
  await elsewhere.flush();
  expect(printTasks(server.tasks)).toBe('a:1000-2000 n1:3000-4000');
});

test('both can be kept where they don’t contradict each other', async () => {
  const { draft: torn } = await sketchConflict();
  expect(torn.resolve('both')).toMatchObject({ ok: false });
  expect(torn.saving.state.kind).toBe('conflict');
  const { server, open } = sketchBrowser();
  const here = open().draft;
  const there = sketchDraft(start, server).draft;
  add(here, 3000, 4000);
  there.moveEdge('a' as TaskId, 'end', ms(2500));
  await there.flush();
  await here.flush();
  await here.refresh();
  expect(here.resolve('both').ok).toBe(true);
  expect(printTasks(here.tasks)).toBe('a:1000-2500 n1:3000-4000');
  here.undo();
  expect(printTasks(here.tasks)).toBe('a:1000-2000 n1:3000-4000');
  here.undo();
  expect(printTasks(here.tasks)).toBe('a:1000-2500');
  await here.flush();
  expect(printTasks(server.tasks)).toBe('a:1000-2500');
});

test('what was submitted elsewhere can’t be overwritten, and mine stays until I let it go', async () => {
  const { server, open } = sketchBrowser();
  const { draft } = open();
  add(draft, 3000, 4000);
  const submitted = { ...server.annotation, status: 'submitted', revision: 1 } as const;
  const opened = open(submitted).draft;
  expect(opened.resolve('mine')).toMatchObject({ ok: false });
  expect(printTasks(opened.tasks)).toBe('a:1000-2000 n1:3000-4000');
  expect(opened.saving.count).toBe(1);
  expect(opened.resolve('theirs').ok).toBe(true);
  expect(opened.editable).toBe(false);
  expect(printTasks(opened.tasks)).toBe('a:1000-2000');
});

test('kept edits that fit nothing stored any more come back as a conflict, with both', () => {
  const { open } = sketchBrowser();
  add(open().draft, 3000, 4000);
  const elsewhere = sketchAnnotation('b:3000-3500', { edits: 7 });
  const { draft } = open(elsewhere);
  expect(draft.saving.state).toEqual({ kind: 'conflict' });
  expect(printTasks(draft.tasks)).toBe('a:1000-2000 n1:3000-4000');
});

test('a refused save says why, and the next edit tries again with all of them', async () => {
  const { server, open } = sketchBrowser();
  const { draft, timers } = open();
  server.trouble = 'invalid';
  add(draft, 3000, 4000);
  await timers.fire();
  expect(draft.saving.state).toEqual({ kind: 'failed', sentence: 'refused: invalid' });
  server.trouble = undefined;
  add(draft, 5000, 6000);
  await timers.fire();
  expect(draft.saving.state.kind).toBe('saved');
  expect(server.edits).toHaveLength(2);
});
