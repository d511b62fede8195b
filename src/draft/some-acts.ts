/** Acts drawn at random, for tests of what holds whatever is done. */
import fc from 'fast-check';
import { ms } from '#core/time.ts';
import type { AnnotationDraft } from './annotation-draft.svelte.ts';

const at = fc.integer({ min: -100, max: 10_100 });
const pick = fc.nat(50);
export const someActs = fc.oneof(
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

export function perform(draft: AnnotationDraft, each: Record<string, unknown>): void {
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
