/** Every key of the session workspace, once: it drives the keyboard, the tooltips and the `?` sheet. */

import { outcomes } from '#core/task.ts';
import type { Command, KeyContext } from './command-for.ts';

const editable = (context: KeyContext) => context.editable;
const naming = (context: KeyContext) => context.editable && context.taskSelected;

const play = { group: 'Play' } as const;
const move = { group: 'Move', repeats: true } as const;
const look = { group: 'Look' } as const;
const cut = { group: 'Cut', when: editable } as const;
const edge = { group: 'Edges', when: naming, repeats: true } as const;
const name = { group: 'Name', when: naming } as const;
const work = { group: 'Work' } as const;

export const playCommands = [
  { ...play, id: 'play', title: 'Play or pause', keys: ['space'] },
  { ...play, id: 'pause', title: 'Pause, back to 1×', keys: ['k'] },
  { ...play, id: 'faster', title: 'Play, then faster each time', keys: ['l'], repeats: true },
  { ...play, id: 'slower', title: 'Slower', keys: ['h'], repeats: true },
  { ...play, id: 'again', title: 'Back 3 s and play on', keys: ['j'], repeats: true },
  { ...play, id: 'skip idle', title: 'Skip idle, or not', keys: ['g'] },
  { ...play, id: 'loop', title: 'Loop the window or the task', keys: ['shift+l'] },
  { ...move, id: 'back', title: 'Back 1 s', keys: ['arrowleft'] },
  { ...move, id: 'on', title: 'On 1 s', keys: ['arrowright'] },
  { ...move, id: 'back far', title: 'Back 5 s', keys: ['shift+arrowleft'] },
  { ...move, id: 'on far', title: 'On 5 s', keys: ['shift+arrowright'] },
  { ...move, id: 'previous action', title: 'Previous action', keys: [','] },
  { ...move, id: 'next action', title: 'Next action', keys: ['.'] },
  { ...move, id: 'previous keystroke', title: 'Previous keystroke', keys: ['alt+arrowleft'] },
  { ...move, id: 'next keystroke', title: 'Next keystroke', keys: ['alt+arrowright'] },
  { ...move, id: 'previous page', title: 'Previous page', keys: ['<'] },
  { ...move, id: 'next page', title: 'Next page', keys: ['>'] },
  {
    ...move,
    id: 'shortest back',
    title: 'Shortest step back',
    keys: ['alt+shift+arrowleft'],
  },
  { ...move, id: 'shortest on', title: 'Shortest step on', keys: ['alt+shift+arrowright'] },
  { group: 'Move', id: 'go to', title: 'Go to a time', keys: ['f'] },
  { ...move, id: 'to start', title: 'To the start', keys: ['home'] },
  { ...move, id: 'to end', title: 'To the end', keys: ['end'] },
  { ...move, id: 'previous task', title: 'Previous task', keys: ['arrowup'] },
  { ...move, id: 'next task', title: 'Next task', keys: ['arrowdown'] },
  { ...look, id: 'zoom in', title: 'Zoom in', keys: ['+', '='], repeats: true },
  { ...look, id: 'zoom out', title: 'Zoom out', keys: ['-', '_'], repeats: true },
  { ...look, id: 'zoom fit', title: 'Show the whole session', keys: ['0'] },
  { ...look, id: 'zoom task', title: 'Show the window or the task', keys: ['z'] },
  { ...look, id: 'window', title: 'Narrow the lists to what is shown, or not', keys: ['w'] },
  { ...look, id: 'panel', title: 'Tasks, actions, keys', keys: ['t'] },
  { ...look, id: 'sheet', title: 'These keys', keys: ['?'] },
  {
    ...work,
    id: 'leave',
    title: 'Leave a field, drop a mark, clear the window',
    keys: ['escape'],
    inFields: true,
  },
] as const satisfies readonly Command[];

export const labelCommands = [
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
  { ...name, id: 'instruction', title: 'Write the instruction', keys: ['n'] },
  { ...name, id: 'intent', title: 'Intent by number', keys: [...'123456789'] },
  { ...name, id: 'find intent', title: 'Find an intent', keys: ['/'] },
  {
    ...name,
    id: 'outcome',
    title: 'Outcome',
    keys: outcomes.map((_, i) => `shift+${i + 1}`),
  },
  { ...name, id: 'notes', title: 'Write a note', keys: ['m'] },
  { ...work, id: 'undo', title: 'Undo', keys: ['mod+z'], repeats: true },
  { ...work, id: 'redo', title: 'Redo', keys: ['mod+shift+z', 'mod+y'], repeats: true },
  { ...work, id: 'submit', title: 'Submit', keys: ['mod+enter'], inFields: true, when: editable },
  {
    ...work,
    id: 'next session',
    title: 'Label the next session',
    keys: ['n'],
    when: (context: KeyContext) => !context.editable,
  },
] as const satisfies readonly Command[];

/** What the pointer does on the timeline, for the same sheet. */
export const gestures: readonly { readonly title: string; readonly how: string }[] = [
  { title: 'Go there, choose it', how: 'Click' },
  { title: 'Move along', how: 'Drag the lanes; wheel sideways, or with Shift' },
  { title: 'Zoom about the pointer', how: 'Wheel or pinch; drag the ruler up or down' },
  { title: 'Scrub', how: 'Drag the ruler, playhead or minimap' },
  { title: 'Narrow the lists to a window', how: 'Shift, drag the lanes' },
  { title: 'Show it, or all', how: 'Double-click' },
];

export type PlayCommandId = (typeof playCommands)[number]['id'];
export type LabelCommandId = (typeof labelCommands)[number]['id'];

/** The chord told for a command: in a tooltip, on a button. */
export function keysOf(id: PlayCommandId | LabelCommandId): string {
  const command = [...playCommands, ...labelCommands].find((each) => each.id === id);
  return command?.keys[0] ?? '';
}
