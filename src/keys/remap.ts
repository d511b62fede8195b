/** A person's own keys over those of the table: changing them, and what a change would take away. */

import { canMeet, eachOnce, type Table } from './clashes.ts';
import type { Command } from './command-for.ts';

/** The chords of the commands that have others than the table gives them. */
export type Remaps = Readonly<Record<string, readonly string[]>>;

/** Every command with this person's keys. */
export function keymapOf<Each extends Command>(
  commands: readonly Each[],
  remaps: Remaps,
): readonly Each[] {
  return commands.map((command) => {
    const keys = remaps[command.id];
    return keys ? { ...command, keys, ...(command.series && { meant: command.keys }) } : command;
  });
}

/** One of a command's keys, or the next that it will have. */
export interface KeySlot {
  readonly command: Command;
  readonly index: number;
}

/** The commands that would want the same chord at the same time, each with this person's keys. */
export function rivalsOf(
  table: Table,
  remaps: Remaps,
  { command, index }: KeySlot,
  chord: string,
): readonly KeySlot[] {
  return keymapOf(eachOnce(table), remaps).flatMap((other) => {
    const at = other.keys.indexOf(chord);
    const isOwn = other.id === command.id;
    // Of a series, each key means another thing; else any key of a command does the same.
    if (at < 0 || (isOwn && (at === index || !command.series))) return [];
    return isOwn || canMeet(table, command, other) ? [{ command: other, index: at }] : [];
  });
}

/** Puts a chord into a slot, and leaves every rival without it. */
export function takeOver(table: Table, remaps: Remaps, slot: KeySlot, chord: string): Remaps {
  const freed = rivalsOf(table, remaps, slot, chord).reduce(dropKey, remaps);
  return setKey(freed, slot, chord);
}

/** Puts a chord into a slot and gives the one rival what stood there. Undefined where there is no one
 * rival, nothing stood there, or another would want that. */
export function swapKeys(
  table: Table,
  remaps: Remaps,
  slot: KeySlot,
  chord: string,
): Remaps | undefined {
  const [rival, ...more] = rivalsOf(table, remaps, slot, chord);
  const former = keysOfSlot(remaps, slot)[slot.index];
  if (rival === undefined || more.length > 0 || !former || former === chord) return undefined;
  const swapped = setKey(setKey(remaps, slot, chord), rival, former);
  const isClean =
    rivalsOf(table, swapped, rival, former).length === 0 &&
    rivalsOf(table, swapped, slot, chord).length === 0;
  return isClean ? swapped : undefined;
}

export function dropKey(remaps: Remaps, slot: KeySlot): Remaps {
  const keys = keysOfSlot(remaps, slot);
  // The others of a series keep their places.
  const left = slot.command.series
    ? keys.map((key, index) => (index === slot.index ? '' : key))
    : keys.filter((_, index) => index !== slot.index);
  return { ...remaps, [slot.command.id]: left };
}

/** Gives a command the keys of the table again, and takes them from whoever has them. */
export function resetKeys(table: Table, remaps: Remaps, command: Command): Remaps {
  const reset = Object.fromEntries(Object.entries(remaps).filter(([id]) => id !== command.id));
  return command.keys.reduce(
    (left, chord, index) => rivalsOf(table, left, { command, index }, chord).reduce(dropKey, left),
    reset,
  );
}

function setKey(remaps: Remaps, slot: KeySlot, chord: string): Remaps {
  const keys = [...keysOfSlot(remaps, slot)];
  keys[slot.index] = chord;
  const told = slot.command.series ? keys : [...new Set(keys)];
  return { ...remaps, [slot.command.id]: told.filter((key) => key !== undefined) };
}

const keysOfSlot = (remaps: Remaps, { command }: KeySlot) => remaps[command.id] ?? command.keys;
