/** Commands that cut a session into tasks and move their edges. */

import type { Command, KeyContext } from './command-for.ts';

const editable = (context: KeyContext) => context.editable;
const naming = (context: KeyContext) => context.editable && context.taskSelected;

const cut = { group: 'Cut', when: editable } as const;
const edge = { group: 'Edges', when: naming, repeats: true } as const;

const cuts = [
  { ...cut, id: 'start', title: 'A task starts here', keys: ['i'] },
  { ...cut, id: 'end', title: 'It ends here', keys: ['o'] },
  { ...cut, id: 'cut', title: 'It ends here, the next one starts', keys: ['e', 'enter'] },
  { ...cut, id: 'carry', title: 'A task for as long as this is held', keys: ['c'], held: true },
  { ...cut, id: 'cut inside', title: 'A subtask starts here', keys: ['d'] },
  { ...cut, id: 'split', title: 'Split the task here', keys: ['s'] },
  { ...cut, id: 'join next', title: 'Join with the next task', keys: ['v'], when: naming },
  {
    ...cut,
    id: 'join previous',
    title: 'Join with the task before',
    keys: ['shift+v'],
    when: naming,
  },
  {
    ...cut,
    id: 'indent',
    title: 'Make it a subtask of the one before',
    keys: ['shift+d'],
    when: naming,
  },
  { ...cut, id: 'outdent', title: 'Make it a task of its own', keys: ['shift+u'], when: naming },
  { ...cut, id: 'remove', title: 'Remove the task', keys: ['backspace', 'delete'], when: naming },
  { ...cut, id: 'not work', title: 'Not work: blank it, or take that back', keys: ['x'] },
  { ...cut, id: 'measure lag', title: 'Measure your reaction lag', keys: ['shift+c'] },
] as const satisfies readonly Command[];

const edges = [
  { ...edge, id: 'other edge', title: 'Choose the other edge', keys: ['b'] },
  { ...edge, id: 'snap back', title: 'Edge to where something happens before', keys: [';'] },
  { ...edge, id: 'snap on', title: 'Edge to where something happens next', keys: ["'"] },
  { ...edge, id: 'action less', title: 'Edge back by an action', keys: [':'] },
  { ...edge, id: 'action more', title: 'Edge on by an action', keys: ['"'] },
  { ...edge, id: 'earlier', title: 'Edge 100 ms earlier', keys: ['['] },
  { ...edge, id: 'later', title: 'Edge 100 ms later', keys: [']'] },
  { ...edge, id: 'slightly earlier', title: 'Edge 10 ms earlier', keys: ['{'] },
  { ...edge, id: 'slightly later', title: 'Edge 10 ms later', keys: ['}'] },
  { ...edge, id: 'start here', title: 'Start of the task here', keys: ['shift+i'] },
  { ...edge, id: 'end here', title: 'End of the task here', keys: ['shift+o'] },
  {
    group: 'Edges',
    when: naming,
    id: 'both edges',
    title: 'Take the touching edge along, or not',
    keys: ['shift+b'],
  },
] as const satisfies readonly Command[];

export const cutCommands = [...cuts, ...edges] as const;

export type EdgeCommandId = (typeof edges)[number]['id'];
export type CutCommandId = (typeof cutCommands)[number]['id'];
