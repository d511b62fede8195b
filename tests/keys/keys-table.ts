/** The table of keys as it stands in the README of its room. */
import { format, resolveConfig } from 'prettier';
import type { Command } from '#keys/command-for.ts';
import { allCommands } from '#keys/screens.ts';
import { keyCaps } from '#ui/key-caps.ts';

export const readme = 'src/keys/README.md';
const [from, to] = ['<!-- keys -->', '<!-- /keys -->'];

/** A README with the table between its marks as the commands are now. */
export async function withKeys(text: string): Promise<string> {
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`${readme} has no ${from} … ${to}.`);
  const told = `${text.slice(0, start)}${from}\n\n${keysTable()}\n\n${text.slice(end)}`;
  return format(told, { ...(await resolveConfig(readme)), parser: 'markdown' });
}

function keysTable(): string {
  const groups = [...new Set(allCommands.map(({ group }) => group))];
  const rows = groups.flatMap((group) =>
    allCommands
      .filter((command) => command.group === group)
      .map((command, index) => [index === 0 ? `**${group}**` : '', command.title, keysOf(command)]),
  );
  const lines = [['', 'command', 'keys'], ['---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function keysOf({ keys, series }: Command): string {
  const caps = keys.map((chord) => `<kbd>${escape(keyCaps(chord, false))}</kbd>`);
  return series ? `${caps[0]} to ${caps.at(-1)}` : caps.join(' ');
}

const escape = (text: string) =>
  text.replace(/[<>|&*_`\\[\]~]/g, (sign) => `&#${sign.codePointAt(0)};`);
