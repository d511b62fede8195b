/** Commands that cut a session into tasks and move their edges. */

import type { Command, KeyContext } from './command-for.ts';

const editable = (context: KeyContext) => context.editable;
const naming = (context: KeyContext) => context.editable && context.taskSelected;

const cut = { group: 'Cut', when: editable } as const;
const edge = { group: 'Edges', when: naming, repeats: true } as const;

export const cutCommands = [
  { ...cut, id: 'start', title: 'A task starts here', keys: ['i'] },
  { ...cut, id: 'end', title: 'It ends here', keys: ['o'] },
  { ...cut, id: 'cut', title: 'It ends here, the next one starts', keys: ['e', 'enter'] },
  { ...cut, id: 'split', title: 'Split the task here', keys: ['s'] },
  { ...cut, id: 'remove', title: 'Remove the task', keys: ['backspace', 'delete'], when: naming },
  { ...edge, id: 'other edge', title: 'Choose the other edge', keys: ['b'] },
  { ...edge, id: 'earlier', title: 'Edge 100 ms earlier', keys: ['['] },
  { ...edge, id: 'later', title: 'Edge 100 ms later', keys: [']'] },
  { ...edge, id: 'slightly earlier', title: 'Edge 10 ms earlier', keys: ['{'] },
  { ...edge, id: 'slightly later', title: 'Edge 10 ms later', keys: ['}'] },
  { ...edge, id: 'start here', title: 'Start of the task here', keys: ['shift+i'] },
  { ...edge, id: 'end here', title: 'End of the task here', keys: ['shift+o'] },
] as const satisfies readonly Command[];

export type CutCommandId = (typeof cutCommands)[number]['id'];
