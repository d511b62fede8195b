/** Which commands want one chord at one time: the same screen, and no fact that parts them. */

import type { Command, KeyContext } from './command-for.ts';
import { everyFacts } from './key-facts.ts';

export type Table = Readonly<Record<string, readonly Command[]>>;

export interface Clash {
  readonly chord: string;
  readonly one: Command;
  readonly other: Command;
}

/** Every command of every screen. */
export const eachOnce = (table: Table): readonly Command[] => [
  ...new Map(
    Object.values(table)
      .flat()
      .map((each) => [each.id, each]),
  ).values(),
];

const always = () => true;
const contexts: readonly KeyContext[] = everyFacts.map((facts) => ({ ...facts, focus: 'page' }));

export function canMeet(table: Table, one: Command, other: Command): boolean {
  const share = Object.values(table).some((commands) =>
    [one, other].every(({ id }) => commands.some((command) => command.id === id)),
  );
  const [when, whenOther] = [one.when ?? always, other.when ?? always];
  return share && contexts.some((context) => when(context) && whenOther(context));
}

/** Each pair once, as the commands stand in the table. */
export function clashesOf(table: Table): readonly Clash[] {
  const commands = eachOnce(table);
  return commands.flatMap((one, index) =>
    commands
      .slice(index + 1)
      .flatMap((other) =>
        one.keys
          .filter((chord) => chord && other.keys.includes(chord) && canMeet(table, one, other))
          .map((chord) => ({ chord, one, other })),
      ),
  );
}
