/** Every command of the session workspace, once: it drives the keyboard, the tooltips and the sheet of
 * keys. */

import { cutCommands, type CutCommandId } from './cut-commands.ts';
import { nameCommands, type NameCommandId } from './name-commands.ts';
import { playCommands, type PlayCommandId } from './play-commands.ts';
import { workCommands, type WorkCommandId } from './work-commands.ts';

export const labelCommands = [...cutCommands, ...nameCommands, ...workCommands] as const;

export type LabelCommandId = CutCommandId | NameCommandId | WorkCommandId;

/** The chord told for a command: in a tooltip, on a button. */
export function keysOf(id: PlayCommandId | LabelCommandId): string {
  const command = [...playCommands, ...labelCommands].find((each) => each.id === id);
  return command?.keys[0] ?? '';
}

export const isAmong = <Id extends string>(
  commands: readonly { readonly id: Id }[],
  id: string,
): id is Id => commands.some((each) => each.id === id);
