import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTasks } from '#core/check-tasks.ts';
import { ms } from '#core/time.ts';
import type { AnnotationDraft } from './annotation-draft.svelte.ts';
import { sketchAnnotation } from './sketch-annotation.ts';
import { sketchDraft } from './sketch-draft.ts';

const at = fc.integer({ min: -100, max: 10_100 });
const pick = fc.nat(50);
const act = fc.oneof(
  fc.record({ do: fc.constant('start'), at }),
  fc.record({ do: fc.constant('end'), at }),
  fc.record({ do: fc.constant('cut'), at }),
  fc.record({ do: fc.constant('split'), at }),
  fc.record({ do: fc.constant('add'), at, to: at }),
  fc.record({ do: fc.constant('move'), at, pick, edge: fc.constantFrom('start', 'end') }),
  fc.record({ do: fc.constant('drag'), at, pick, edge: fc.constantFrom('start', 'end') }),
  fc.record({ do: fc.constant('type'), pick, text: fc.string({ maxLength: 3 }) }),
  fc.record({ do: fc.constant('remove'), pick }),
  fc.record({ do: fc.constant('undo') }),
  fc.record({ do: fc.constant('redo') }),
);

function perform(draft: AnnotationDraft, each: Record<string, unknown>): void {
  const time = ms(each['at'] as number);
  const task = draft.tasks[(each['pick'] as number) % draft.tasks.length];
  const edge = each['edge'] as 'start' | 'end';
  if (each['do'] === 'start') draft.markStart(time);
  if (each['do'] === 'end') draft.markEnd(time);
  if (each['do'] === 'cut') draft.cut(time);
  if (each['do'] === 'split') draft.split(time);
  if (each['do'] === 'add') draft.addTask({ startsMs: time, endsMs: ms(each['to'] as number) });
  if (each['do'] === 'undo') draft.undo();
  if (each['do'] === 'redo') draft.redo();
  if (task === undefined) return;
  if (each['do'] === 'move') draft.moveEdge(task.id, edge, time);
  if (each['do'] === 'drag') draft.moveEdge(task.id, edge, time, 'drag');
  if (each['do'] === 'type') draft.changeTask(task.id, { notes: each['text'] as string }, 'notes');
  if (each['do'] === 'remove') draft.removeTask(task.id);
}

test('whatever is done, undone and redone, the tasks keep their rules', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
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
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
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
    fc.asyncProperty(fc.array(fc.tuple(act, trouble), { maxLength: 30 }), async (acts) => {
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
