/** Commands that say what a task is. */

import { outcomes, taskFlags } from '#core/task.ts';
import type { Command, KeyContext } from './command-for.ts';

const editable = (context: KeyContext) => context.editable;
const naming = (context: KeyContext) => context.editable && context.taskSelected;
const judging = (context: KeyContext) => context.editable && context.actionSelected;

const name = { group: 'Name', when: naming } as const;
const action = { group: 'Actions', when: judging } as const;

export const nameCommands = [
  { ...name, id: 'instruction', title: 'Write the instruction', keys: ['n'] },
  {
    ...name,
    id: 'name next',
    title: 'Name the next task that lacks something',
    keys: ['u'],
    when: editable,
  },
  { ...name, id: 'intent', title: 'Intent by number', keys: [...'123456789'], series: true },
  { ...name, id: 'find intent', title: 'Find an intent', keys: ['/'] },
  {
    ...name,
    id: 'outcome',
    title: 'Outcome',
    keys: outcomes.map((_, i) => `shift+${i + 1}`),
    series: true,
  },
  {
    ...name,
    id: 'flag',
    title: 'Flag',
    keys: taskFlags.map((_, i) => `shift+${outcomes.length + i + 1}`),
    series: true,
  },
  { ...name, id: 'notes', title: 'Write a note', keys: ['m'] },
  { ...action, id: 'wrong', title: 'The action is wrong', keys: ['shift+w'] },
  { ...action, id: 'redundant', title: 'The action is redundant', keys: ['shift+r'] },
  { ...action, id: 'milestone', title: 'The action is a milestone', keys: ['shift+m'] },
  { ...action, id: 'correct action', title: 'Correct the action', keys: ['shift+e'] },
] as const satisfies readonly Command[];

export type NameCommandId = (typeof nameCommands)[number]['id'];
