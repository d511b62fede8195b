/** The commands of labeling, in the order in which the sheet tells them. */

import { cutCommands, type CutCommandId } from './cut-commands.ts';
import { nameCommands, type NameCommandId } from './name-commands.ts';
import { suggestCommands, type SuggestCommandId } from './suggest-commands.ts';
import { workCommands, type WorkCommandId } from './work-commands.ts';

export const labelCommands = [
  ...cutCommands,
  ...suggestCommands,
  ...nameCommands,
  ...workCommands,
] as const;

export type LabelCommandId = CutCommandId | SuggestCommandId | NameCommandId | WorkCommandId;

export const isAmong = <Id extends string>(
  commands: readonly { readonly id: Id }[],
  id: string,
): id is Id => commands.some((each) => each.id === id);
