/** Commands that play, move and look; whoever may open a session has them. */

import type { Command } from './command-for.ts';

const play = { group: 'Play' } as const;
const move = { group: 'Move', repeats: true } as const;
const look = { group: 'Look' } as const;
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
  {
    ...work,
    id: 'leave',
    title: 'Leave a field, drop a mark, clear the window',
    keys: ['escape'],
    inFields: true,
  },
] as const satisfies readonly Command[];

export type PlayCommandId = (typeof playCommands)[number]['id'];
