/** Commands as they are offered in a list: each thing of a series by its name, each with why not. */

import type { ComboboxOption } from '#ui/match-options.ts';
import { matchOptions } from '#ui/match-options.ts';
import type { Called, Command } from './command-for.ts';
import { whyNot, type Facts, type KeyFact } from './key-facts.ts';

export interface Offer<Id extends string = string> {
  readonly value: string;
  readonly command: Command<Id>;
  readonly called: Called<Id>;
  readonly title: string;
  readonly keys: readonly string[];
  readonly whyNot: string | undefined;
}

export function offersOf<Id extends string>(
  commands: readonly Command<Id>[],
  facts: Facts,
  nameOf: (id: Id, chord: string) => string | undefined = () => undefined,
): readonly Offer<Id>[] {
  return commands.flatMap((command): readonly Offer<Id>[] => {
    const { id, title, keys, when } = command;
    const reason = command.held
      ? 'Hold its key.'
      : when && whyNot((each) => when({ ...each, focus: 'page' }), facts);
    const offer = { command, whyNot: reason };
    if (!command.series)
      return [{ ...offer, value: id, title, keys, called: { id, chord: keys[0] ?? '' } }];
    return (command.meant ?? keys).flatMap((chord, index) => {
      const name = nameOf(id, chord);
      const told = keys[index] ? [keys[index]] : [];
      if (name === undefined) return [];
      const called = { id, chord };
      return [
        { ...offer, value: `${id} ${index}`, title: `${title}: ${name}`, keys: told, called },
      ];
    });
  });
}

/** Whether a command means something because of a fact and would not without it. What is held to go on
 * and on is no use in a menu. */
export function isAbout({ when, repeats, held }: Command, fact: KeyFact, facts: Facts): boolean {
  const holds = (is: boolean) => when?.({ ...facts, [fact]: is, focus: 'page' }) ?? true;
  return !repeats && !held && holds(true) && !holds(false);
}

/** Those that a person means by what they typed: what can be done before what can’t. */
export function findOffers<Each extends Offer>(
  offers: readonly Each[],
  typed: string,
): readonly Each[] {
  const byValue = new Map(offers.map((offer) => [offer.value, offer]));
  const options = offers.map(({ value, title, command }): ComboboxOption => ({
    value,
    label: title,
    path: [command.group],
  }));
  const found = matchOptions(options, typed).map(({ value }) => byValue.get(value)!);
  return [...found.filter((each) => !each.whyNot), ...found.filter((each) => each.whyNot)];
}
