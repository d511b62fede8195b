/** Commands that say what a task is. */

import { outcomes } from '#core/task.ts';
import type { Command, KeyContext } from './command-for.ts';

const naming = (context: KeyContext) => context.editable && context.taskSelected;

const name = { group: 'Name', when: naming } as const;

export const nameCommands = [
  { ...name, id: 'instruction', title: 'Write the instruction', keys: ['n'] },
  { ...name, id: 'intent', title: 'Intent by number', keys: [...'123456789'], series: true },
  { ...name, id: 'find intent', title: 'Find an intent', keys: ['/'] },
  {
    ...name,
    id: 'outcome',
    title: 'Outcome',
    keys: outcomes.map((_, i) => `shift+${i + 1}`),
    series: true,
  },
  { ...name, id: 'notes', title: 'Write a note', keys: ['m'] },
] as const satisfies readonly Command[];

export type NameCommandId = (typeof nameCommands)[number]['id'];
