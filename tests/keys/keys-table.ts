/** The table of keys as it stands in the README of its room. */
import { format, resolveConfig } from 'prettier';
import type { Command } from '#keys/command-for.ts';
import { fieldKeys } from '#keys/field-keys.ts';
import { allCommands } from '#keys/screens.ts';
import { treeKeys } from '#labels/tree-keys.ts';
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
  const names = [...new Set(allCommands.map(({ group }) => group))];
  const groups = [
    ...names.map((name) => ({ name, lines: allCommands.filter(({ group }) => group === name) })),
    { name: 'In the fields of a task', lines: fieldKeys.map(asSeries) },
    {
      name: 'In the tree of labels',
      lines: treeKeys.map(({ keys, does }) => ({ title: sentenceCase(does), keys: [keys] })),
    },
  ];
  const rows = groups.flatMap(({ name, lines }) =>
    lines.map((line, index) => [index === 0 ? `**${name}**` : '', line.title, keysOf(line)]),
  );
  const lines = [['', 'command', 'keys'], ['---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

type Line = Pick<Command, 'title' | 'keys' | 'series'>;

function keysOf({ keys, series }: Line): string {
  const caps = keys.map((chord) => `<kbd>${escape(keyCaps(chord, false))}</kbd>`);
  return series ? `${caps[0]} to ${caps.at(-1)}` : caps.join(' ');
}

const asSeries = (line: Line): Line => (line.keys.length > 2 ? { ...line, series: true } : line);
const sentenceCase = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;

const escape = (text: string) =>
  text.replace(/[<>|&*_`\\[\]~]/g, (sign) => `&#${sign.codePointAt(0)};`);
