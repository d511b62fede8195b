import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTasks } from '#core/check-tasks.ts';
import { applyEdit, invertEdit } from '#core/edit.ts';
import type { Task } from '#core/task.ts';
import { ms, type Ms } from '#core/time.ts';
import { rollEdge } from './edge-edits.ts';
import { joinTasks } from './join-edits.ts';
import { SketchGround } from './sketch-ground.ts';
import { splitTask } from './split-edits.ts';
import { cutInside, indentTask, outdentTask } from './subtask-edits.ts';
import * as make from './task-edits.ts';
import type { Plan } from './task-edits.ts';

const verbs = {
  start: (at: Ms) => (ground) => make.markStart(ground, at),
  end: (at: Ms) => (ground) => make.endMark(ground, at, false),
  cut: (at: Ms) => (ground) => make.endMark(ground, at, true),
  'cut inside': (at: Ms) => (ground) => cutInside(ground, at),
  split: (at: Ms) => (ground) => splitTask(ground, at),
  'split the chosen': (at: Ms, task) => (ground) => splitTask(ground, at, { chosen: task?.id }),
  'join next': (_, task) => (ground) => joinTasks(ground, task, 1),
  'join previous': (_, task) => (ground) => joinTasks(ground, task, -1),
  indent: (_, task) => (ground) => indentTask(ground, task),
  outdent: (_, task) => (ground) => outdentTask(ground, task),
  remove: (_, task) => (ground) => make.removeTask(ground, task),
  'move start': (at, task) => (ground) => make.moveEdge(ground, task, { edge: 'start', at }),
  'move end': (at, task) => (ground) => make.moveEdge(ground, task, { edge: 'end', at }),
  'roll start': (at, task) => (ground) => rollEdge(ground, task, { edge: 'start', at }),
  'roll end': (at, task) => (ground) => rollEdge(ground, task, { edge: 'end', at }),
} satisfies Record<string, (at: Ms, task: Task) => Plan>;

const act = fc.record({
  verb: fc.constantFrom(...(Object.keys(verbs) as (keyof typeof verbs)[])),
  at: fc.integer({ min: -100, max: 10_100 }).map(ms),
  pick: fc.nat(50),
});

test('no verbs, in whatever order, break the rules of tasks, and each can be taken back', () => {
  const done = new Set<string>();
  fc.assert(
    fc.property(fc.array(act, { minLength: 10, maxLength: 60 }), (acts) => {
      const on = new SketchGround('a:1000-4000 a/b:1500-2000 a/c:2000-3000 d:4000-6500');
      for (const { verb, at, pick } of acts) {
        const task = on.content.tasks[pick % on.content.tasks.length];
        if (task === undefined) break;
        const before = on.content;
        if (on.act(verbs[verb](at, task)) !== undefined) continue;
        done.add(verb);
        const rules = checkTasks(on.content.tasks, ms(10_000));
        expect(rules.ok || [verb, at, on.printed, rules.problems]).toBe(true);
        expect(applyEdit(on.content, invertEdit(on.steps.at(-1)!.edit))).toEqual(before);
      }
    }),
    { numRuns: 300 },
  );
  expect([...done].sort()).toEqual(Object.keys(verbs).sort());
});

/** A session of so many tasks, which counts how often any of their times is read. */
function countedTasks(count: number): { on: SketchGround; reads: () => number } {
  let reads = 0;
  const width = Math.floor(10_000 / count);
  const text = Array.from({ length: count }, (_, i) => `t${i}:${i * width}-${(i + 1) * width}`);
  const plain = new SketchGround(text.join(' ')).content.tasks;
  const counted = plain.map((task) =>
    Object.defineProperty({ ...task }, 'startsMs', {
      enumerable: true,
      get: () => ((reads += 1), task.startsMs),
    }),
  );
  return { on: new SketchGround(counted), reads: () => reads };
}

test.each(Object.keys(verbs) as (keyof typeof verbs)[])(
  '%s looks at each task a few times',
  (verb) => {
    const readsFor = (count: number) => {
      const { on, reads } = countedTasks(count);
      const middle = on.content.tasks[count / 2]!;
      const at = ms(middle.startsMs + 10);
      const from = reads();
      on.act(verbs[verb](at, middle));
      return reads() - from;
    };
    expect(readsFor(500)).toBeLessThan(500 * 12);
  },
);
