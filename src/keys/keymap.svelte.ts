/** The keys of the person at this browser: those of the table, and what they changed of them. */

import { recall, remember } from '#ui/remembered.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import { clashesOf, eachOnce, type Clash, type Table } from './clashes.ts';
import type { Command } from './command-for.ts';
import { readKeys, writeKeys } from './key-record.ts';
import {
  dropKey,
  keymapOf,
  resetKeys,
  rivalsOf,
  swapKeys,
  takeOver,
  type KeySlot,
  type Remaps,
} from './remap.ts';
import { screens, type CommandId } from './screens.ts';

export class Keymap {
  readonly #table: Table;
  readonly #commands: readonly Command[];
  #owner = '';
  #remaps = $state.raw<Remaps>({});
  #problem = $state<string>();
  readonly #own = $derived.by(() => keymapOf(this.#commands, this.#remaps));

  constructor(table: Table) {
    this.#table = table;
    this.#commands = eachOnce(table);
  }

  /** Takes up the keys that this person left in this browser. */
  openFor(person: string): void {
    this.#owner = person;
    this.#problem = undefined;
    this.#remaps = {};
    const text = recall(this.#place);
    if (text === undefined) return;
    const read = readKeys(text, this.#commands);
    if (read.ok) this.#remaps = read.value;
    else
      this.#problem = `Your own keys could not be read, so those of the table hold. ${read.problems[0]?.sentence ?? ''}`;
  }

  /** Why the person's own keys do not hold. */
  get problem(): string | undefined {
    return this.#problem;
  }

  get isChanged(): boolean {
    return Object.keys(this.#remaps).length > 0;
  }

  get text(): string {
    return writeKeys(this.#remaps);
  }

  /** Commands that both want a chord, as only a record from elsewhere or an update can bring about. */
  get clashes(): readonly Clash[] {
    return clashesOf(
      Object.fromEntries(
        Object.entries(this.#table).map(([screen, commands]) => [screen, this.over(commands)]),
      ),
    );
  }

  /** These commands with the person's keys. */
  over<Each extends Command>(commands: readonly Each[]): readonly Each[] {
    return keymapOf(commands, this.#remaps);
  }

  keysOf(id: string): readonly string[] {
    return this.#own.find((command) => command.id === id)?.keys ?? [];
  }

  has(id: string): boolean {
    return id in this.#remaps;
  }

  rivalsOf(slot: KeySlot, chord: string): readonly KeySlot[] {
    return rivalsOf(this.#table, this.#remaps, this.#slot(slot), chord);
  }

  canSwap(slot: KeySlot, chord: string): boolean {
    return swapKeys(this.#table, this.#remaps, this.#slot(slot), chord) !== undefined;
  }

  takeOver(slot: KeySlot, chord: string): void {
    this.#keep(takeOver(this.#table, this.#remaps, this.#slot(slot), chord));
  }

  swap(slot: KeySlot, chord: string): void {
    this.#keep(swapKeys(this.#table, this.#remaps, this.#slot(slot), chord) ?? this.#remaps);
  }

  drop(slot: KeySlot): void {
    this.#keep(dropKey(this.#remaps, this.#slot(slot)));
  }

  reset(id: string): void {
    const command = this.#commands.find((each) => each.id === id);
    if (command) this.#keep(resetKeys(this.#table, this.#remaps, command));
  }

  resetAll(): void {
    this.#keep({});
  }

  read(text: string): OutcomeOf<Remaps> {
    const read = readKeys(text, this.#commands);
    if (read.ok) this.#keep(read.value);
    return read;
  }

  /** With the command as the table has it. */
  #slot({ command, index }: KeySlot): KeySlot {
    return { command: this.#commands.find(({ id }) => id === command.id) ?? command, index };
  }

  #keep(remaps: Remaps): void {
    this.#remaps = tidy(remaps, this.#commands);
    this.#problem = undefined;
    remember(this.#place, writeKeys(this.#remaps));
  }

  get #place(): string {
    return `keys ${this.#owner}`;
  }
}

/** Without those that are as the table has them. */
const tidy = (remaps: Remaps, commands: readonly Command[]): Remaps =>
  Object.fromEntries(
    Object.entries(remaps).filter(([id, keys]) => {
      const told = commands.find((command) => command.id === id)?.keys;
      return told?.length !== keys.length || told.some((key, index) => key !== keys[index]);
    }),
  );

/** A browser has one keyboard, so there is one of these; who signs in brings their keys. */
export const ownKeymap = new Keymap(screens);

/** The chord told for a command: in a tooltip, on a button. Of a series, that of the thing at a place. */
export function keysOf(id: CommandId, place = 0): string {
  return ownKeymap.keysOf(id)[place] ?? '';
}
