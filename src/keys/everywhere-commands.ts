/** Commands of every screen: the ways to all others. */

import type { Command } from './command-for.ts';

const find = { group: 'Find' } as const;

export const everywhereCommands = [
  { ...find, id: 'palette', title: 'Find a command', keys: ['mod+k'], inFields: true },
  { ...find, id: 'sheet', title: 'All keys, and changing them', keys: ['?'] },
] as const satisfies readonly Command[];

export type EverywhereCommandId = (typeof everywhereCommands)[number]['id'];
