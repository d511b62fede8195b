/** Which commands each screen has: the whole table, and what may collide with what. */

import { eachOnce } from './clashes.ts';
import type { Command } from './command-for.ts';
import { labelCommands } from './commands.ts';
import { everywhereCommands } from './everywhere-commands.ts';
import { sessionCommands, sessionRowCommands, submissionCommands } from './list-commands.ts';
import { playCommands } from './play-commands.ts';
import { reviewCommands } from './review-commands.ts';

/** There are no tasks to go to where a session is only watched. */
export const watchCommands = playCommands.filter(
  ({ id }) => id !== 'previous task' && id !== 'next task',
);

export const screens = {
  Labeling: [...everywhereCommands, ...labelCommands, ...playCommands],
  Watching: [...everywhereCommands, ...watchCommands],
  Reviewing: [...everywhereCommands, ...reviewCommands, ...playCommands],
  'The sessions': [...everywhereCommands, ...sessionCommands, ...sessionRowCommands],
  'The submissions': [...everywhereCommands, ...submissionCommands],
} as const satisfies Record<string, readonly Command[]>;

export type CommandId = (typeof screens)[keyof typeof screens][number]['id'];

/** Every command once. */
export const allCommands = eachOnce(screens);
