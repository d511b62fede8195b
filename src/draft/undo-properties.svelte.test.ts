/** Whatever is done, undone and done again, with reloads between, is what the log comes to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTasks } from '#core/check-tasks.ts';
import { sameValue } from '#core/merge-edits.ts';
import { ms } from '#core/time.ts';
import { someActs, perform } from './some-acts.ts';
import type { KeptWork } from './kept-work.ts';
import { sketchAnnotation, sketchServer } from './sketch-annotation.ts';
import { sketchDraft } from './sketch-draft.ts';

const start = sketchAnnotation('a:1000-2000 b:2000-3500');
const reload = fc.constantFrom(
  'from the server',
  'after a crash',
  'elsewhere',
  'offline',
  'online',
);
const steps = fc.array(
  fc.oneof({ weight: 4, arbitrary: someActs }, { weight: 1, arbitrary: reload }),
  {
    maxLength: 50,
  },
);

/** One person at one annotation, in one window after another. */
function sketchDesk() {
  const server = sketchServer(start);
  let kept: KeptWork | undefined;
  const open = (keeps = true) =>
    sketchDraft(server.annotation, server, {
      found: keeps ? kept : undefined,
      keep: (work) => {
        kept = structuredClone(work);
        return Promise.resolve(undefined);
      },
      close: () => undefined,
    });
  return { server, open };
}

test('any edits, undos and redos, with reloads between, are what the log replayed says', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { server, open } = sketchDesk();
      let at = open();
      for (const step of all) {
        if (typeof step !== 'string') {
          perform(at.draft, step);
          expect(checkTasks(at.draft.tasks, ms(10_000)).ok).toBe(true);
          continue;
        }
        const { content } = at.draft;
        if (step === 'offline') server.trouble = 'offline';
        if (step === 'online') server.trouble = undefined;
        if (step === 'after a crash') at = open();
        if (step === 'from the server' || step === 'elsewhere') {
          server.trouble = undefined;
          await at.draft.flush();
          at = open(step === 'from the server');
        }
        expect(sameValue(at.draft.content, content)).toBe(true);
      }
      server.trouble = undefined;
      await at.draft.flush();
      expect(at.draft.saving.count).toBe(0);
      expect(sameValue(server.replayed, at.draft.content)).toBe(true);
      expect(sameValue(server.content, at.draft.content)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('on another machine as much can be undone and redone, and it comes to the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someActs, { maxLength: 40 }), fc.nat(20), async (acts, back) => {
      const { server, open } = sketchDesk();
      const here = open().draft;
      for (const act of acts) perform(here, act);
      await here.flush();
      const there = open(false).draft;
      for (let i = 0; i < back; i += 1) {
        expect(there.canUndo).toBe(here.canUndo);
        expect([there.undo(), there.content]).toEqual([here.undo(), here.content]);
      }
      while (here.canRedo) expect(there.redo()).toEqual(here.redo());
      expect(there.canRedo).toBe(false);
      expect(sameValue(there.content, here.content)).toBe(true);
      await there.flush();
      expect(sameValue(server.content, server.replayed)).toBe(true);
    }),
  );
});

test('undo then redo, and going back in the history and forth again, change nothing', () => {
  fc.assert(
    fc.property(fc.array(someActs, { maxLength: 40 }), fc.nat(60), (acts, line) => {
      const { draft } = sketchDesk().open();
      for (const act of acts) perform(draft, act);
      const { content } = draft;
      if (draft.canUndo) {
        draft.undo();
        draft.redo();
      }
      expect(sameValue(draft.content, content)).toBe(true);
      const { stands, entries } = draft.log.replayed;
      const there = entries[line % Math.max(1, entries.length)];
      if (there) draft.goTo(there.stands);
      if (there) expect(draft.log.replayed.stands.of).toBe(there.stands.of);
      draft.goTo(draft.log.replayed.entries[entries.length - 1]?.stands ?? stands);
      expect(sameValue(draft.content, content)).toBe(true);
    }),
  );
});
