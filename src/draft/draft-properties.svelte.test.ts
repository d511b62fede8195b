import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTasks } from '#core/check-tasks.ts';
import { ms } from '#core/time.ts';
import { perform, someActs } from './some-acts.ts';
import { sketchAnnotation } from './sketch-annotation.ts';
import { sketchDraft } from './sketch-draft.ts';

test('whatever is done, undone and redone, the tasks keep their rules', () => {
  fc.assert(
    fc.property(fc.array(someActs, { maxLength: 40 }), (acts) => {
      const { draft } = sketchDraft(sketchAnnotation('a:1000-2000 b:2000-3500'));
      for (const each of acts) {
        perform(draft, each);
        expect(checkTasks(draft.tasks, ms(10_000)).ok).toBe(true);
      }
    }),
  );
});

test('undoing all gives what there was, redoing all gives what there is', () => {
  fc.assert(
    fc.property(fc.array(someActs, { maxLength: 40 }), (acts) => {
      const { draft } = sketchDraft(sketchAnnotation('a:1000-2000 b:2000-3500'));
      const before = JSON.stringify(draft.tasks);
      for (const each of acts) perform(draft, each);
      while (draft.canRedo) draft.redo();
      const after = JSON.stringify(draft.tasks);
      while (draft.canUndo) draft.undo();
      expect(JSON.stringify(draft.tasks)).toBe(before);
      while (draft.canRedo) draft.redo();
      expect(JSON.stringify(draft.tasks)).toBe(after);
    }),
  );
});

test('what the server stores is what stands here, however saving went', async () => {
  const trouble = fc.constantFrom(undefined, undefined, 'offline' as const, 'lost' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(someActs, trouble), { maxLength: 30 }), async (acts) => {
      const { draft, timers, server } = sketchDraft(sketchAnnotation('a:1000-2000 b:2000-3500'));
      for (const [each, next] of acts) {
        server.trouble = next;
        perform(draft, each);
        if (each.do !== 'type') await timers.fire();
      }
      server.trouble = undefined;
      await draft.flush();
      expect(draft.saving.count).toBe(0);
      expect(JSON.stringify(server.tasks)).toBe(JSON.stringify(draft.tasks));
    }),
  );
});
