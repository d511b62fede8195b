/** The keyboard of one screen: its commands with the person's keys, and the two ways to find one. */

import type { Called, Command } from './command-for.ts';
import { everywhereCommands, type EverywhereCommandId } from './everywhere-commands.ts';
import type { Facts, KeyFact } from './key-facts.ts';
import type { Keymap } from './keymap.svelte.ts';
import { isAbout, offersOf, type Offer } from './offers.ts';
import { RecentCommands } from './recent-commands.svelte.ts';

export interface KeyboardOptions<Id extends string> {
  readonly keymap: Keymap;
  readonly commands: readonly Command<Id>[];
  facts(): Facts;
  run(called: Called<Id>): void;
  /** A key was pressed that would mean something if only the work could be edited: true where that was
   * answered. */
  refused?(id: Id): boolean;
  /** What the keys of a series stand for now: the intents, the outcomes. */
  nameOf?(id: Id, chord: string): string | undefined;
}

type Everywhere = EverywhereCommandId;

export class Keyboard<Id extends string = string> {
  readonly keymap: Keymap;
  readonly recent = new RecentCommands();
  readonly #on: KeyboardOptions<Id>;
  sheet = $state(false);
  palette = $state(false);

  constructor(options: KeyboardOptions<Id>) {
    this.#on = options;
    this.keymap = options.keymap;
  }

  get commands(): readonly Command<Id | Everywhere>[] {
    return this.keymap.over([...everywhereCommands, ...this.#on.commands]);
  }

  get facts(): Facts {
    return this.#on.facts();
  }

  /** What could be done if that one thing held: with this task, were it the chosen one. */
  offersAbout(fact: KeyFact): readonly Offer<Id | Everywhere>[] {
    const facts = { ...this.facts, [fact]: true };
    return offersOf(
      this.commands.filter((command) => isAbout(command, fact, facts)),
      facts,
    );
  }

  /** All that can be asked for here, whether it means something now or not. */
  get offers(): readonly Offer<Id | Everywhere>[] {
    return offersOf(this.commands, this.facts, (id, chord) => this.#on.nameOf?.(id as Id, chord));
  }

  refused({ id }: Called<Id | Everywhere>): boolean {
    return this.#on.refused?.(id as Id) ?? false;
  }

  run(called: Called<Id | Everywhere>): void {
    if (called.id === 'palette') this.palette = true;
    else if (called.id === 'sheet') this.sheet = true;
    else this.#on.run(called as Called<Id>);
  }
}
