/** Two windows over one server: whatever they do, nothing that was acknowledged is ever lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotation.ts';
import type { LogEntry } from '#core/log-entry.ts';
import { sameValue } from '#core/merge-edits.ts';
import { checkTasks } from '#core/check-tasks.ts';
import { epochMs, ms } from '#core/time.ts';
import { AnnotationDraft } from './annotation-draft.svelte.ts';
import { handTimers } from './hand-timers.ts';
import type { KeptWork } from './kept-work.ts';
import { Pen, type PenState } from './pen.svelte.ts';
import type { SaveEdits } from './save-state.ts';
import { perform, someActs } from './some-acts.ts';
import { printTasks, sketchAnnotation, sketchServer } from './sketch-annotation.ts';

const start = sketchAnnotation('a:1000-2000 b:2000-3500');

/** A window that can go offline, reload, and tells what the server acknowledged to it. */
function sketchWindow(server: ReturnType<typeof sketchServer>, name: string) {
  const acknowledged: { readonly from: number; readonly entries: readonly LogEntry[] }[] = [];
  let kept: KeptWork | undefined;
  let offline = false;
  let lost = false;
  const online = async <T>(answer: () => Promise<T>): Promise<T> => {
    if (offline) throw Object.assign(new Error('offline'), { kind: 'offline' });
    const told = await answer();
    if (!lost) return told;
    lost = false;
    throw Object.assign(new Error('offline'), { kind: 'offline' });
  };
  const open = (annotation: Annotation, state: PenState) => {
    const timers = handTimers();
    const save: SaveEdits = async (from, entries, content) => {
      const saved = await online(() => server.saveIn(name)(from, entries, content));
      acknowledged.push({ from, entries });
      return saved;
    };
    const draft = new AnnotationDraft({
      annotation,
      durationMs: ms(10_000),
      save,
      load: () => online(() => Promise.resolve(server.annotation)),
      lostPen: () => void pen.ask(),
      makeId: server.makeId,
      timers,
      now: () => epochMs(5000),
      keeper: {
        found: kept,
        keep: (work) => {
          kept = structuredClone(work);
          return Promise.resolve(undefined);
        },
        close: () => undefined,
      },
    });
    const pen = new Pen(state, {
      ask: (force) => online(() => server.askIn(name)(force)),
      drop: () => Promise.resolve(server.drop(name)),
      timers,
      heard: (heard) => draft.hearPen(heard),
    });
    draft.hearPen(state);
    return { draft, pen, timers };
  };
  return {
    acknowledged,
    open: async () => open(server.annotation, await server.askIn(name)(false)),
    setOffline: (is: boolean) => void (offline = is),
    loseAnswer: () => void (lost = true),
  };
}

async function sketchTwo() {
  const server = sketchServer(start);
  const [left, right] = [sketchWindow(server, 'left'), sketchWindow(server, 'right')];
  return { server, left, right, here: await left.open(), there: await right.open() };
}

const add = (draft: AnnotationDraft, from: number, to: number) =>
  draft.addTask({ startsMs: ms(from), endsMs: ms(to) });
const settle = async () => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

test('the second window reads and follows; when it takes over, the first is told', async () => {
  const { here, there } = await sketchTwo();
  expect([here.draft.editable, there.draft.editable]).toEqual([true, false]);
  expect(add(there.draft, 4000, 5000)).toMatchObject({ ok: false });
  add(here.draft, 4000, 5000);
  await here.draft.flush();
  await there.pen.ask();
  await settle();
  expect(printTasks(there.draft.tasks)).toBe('a:1000-2000 b:2000-3500 n1:4000-5000');
  await there.pen.take();
  await here.pen.ask();
  expect([here.draft.editable, there.draft.editable]).toEqual([false, true]);
  there.draft.undo();
  expect(printTasks(there.draft.tasks)).toBe('a:1000-2000 b:2000-3500');
});

test('the first keeps what it had not saved, and goes on with it when it takes the pen back', async () => {
  const { server, here, there } = await sketchTwo();
  add(here.draft, 4000, 5000);
  await there.pen.take();
  await here.draft.flush();
  await settle();
  expect(here.draft.saving).toMatchObject({ count: 1, state: { kind: 'held' } });
  expect(here.draft.editable).toBe(false);
  await here.pen.take();
  await settle();
  await here.draft.flush();
  expect(here.draft.saving.count).toBe(0);
  expect(printTasks(server.tasks)).toBe('a:1000-2000 b:2000-3500 n1:4000-5000');
});

test('what both did apart shows as two sides, and both can be kept', async () => {
  const { server, left, here, there } = await sketchTwo();
  left.setOffline(true);
  add(here.draft, 4000, 5000);
  await here.draft.flush();
  await there.pen.take();
  add(there.draft, 6000, 7000);
  await there.draft.flush();
  left.setOffline(false);
  await here.pen.take();
  await settle();
  expect(printTasks(here.draft.sides!.mine.tasks)).toMatch(/n1:4000-5000$/);
  expect(printTasks(here.draft.sides!.theirs.tasks)).toMatch(/n2:6000-7000$/);
  here.draft.resolve('both');
  await here.draft.flush();
  expect(printTasks(server.tasks)).toMatch(/n1:4000-5000 n2:6000-7000$/);
  expect(here.draft.sides).toBeUndefined();
});

test('a window that closes leaves the pen to the other', async () => {
  const { here, there } = await sketchTwo();
  here.pen.close();
  here.draft.close();
  await there.timers.fire();
  expect(there.draft.editable).toBe(true);
});

const side = fc.constantFrom('left', 'right');
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ side, act: someActs }) },
  {
    weight: 4,
    arbitrary: fc.record({
      side,
      act: fc.constantFrom(
        'save',
        'take',
        'ask',
        'go offline',
        'go online',
        'lose an answer',
        'reload',
        'keep mine',
        'keep theirs',
        'keep both',
      ),
    }),
  },
);

test('however two windows fight, every acknowledged entry is in the log, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { server, left, right, here, there } = await sketchTwo();
      const windows = { left, right };
      const opened = { left: here, right: there };
      const told = () => {
        for (const { acknowledged } of [left, right])
          for (const { from, entries } of acknowledged)
            expect(sameValue(server.edits.slice(from, from + entries.length), entries)).toBe(true);
      };
      for (const { side, act } of steps) {
        const window = windows[side];
        const { draft, pen } = opened[side];
        if (typeof act !== 'string') perform(draft, act);
        else if (act === 'save') await draft.flush();
        else if (act === 'take') await pen.take().catch(() => undefined);
        else if (act === 'ask') await pen.ask();
        else if (act === 'go offline') window.setOffline(true);
        else if (act === 'go online') window.setOffline(false);
        else if (act === 'lose an answer') window.loseAnswer();
        else if (act === 'reload') {
          draft.close();
          opened[side] = await window.open();
        } else draft.resolve(act.slice(5) as 'mine' | 'theirs' | 'both');
        await settle();
        told();
        expect(checkTasks(opened[side].draft.tasks, ms(10_000)).ok).toBe(true);
      }
      for (const side of ['left', 'right'] as const) {
        windows[side].setOffline(false);
        const { draft, pen } = opened[side];
        const before = draft.content;
        const unsaved = draft.saving.count;
        await pen.take().catch(() => pen.take());
        await settle();
        await draft.flush();
        await settle();
        if (draft.sides) {
          expect(sameValue(draft.sides.mine, before)).toBe(true);
          draft.resolve('mine');
          await draft.flush();
        }
        if (unsaved > 0) expect(sameValue(server.content, before)).toBe(true);
        expect(draft.saving.count).toBe(0);
        expect(sameValue(server.content, draft.content)).toBe(true);
        expect(sameValue(server.content, server.replayed)).toBe(true);
      }
      told();
    }),
    { numRuns: 300 },
  );
});
