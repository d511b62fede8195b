/** A newcomer finds every option of `npm start` in the README. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Command } from 'commander';
import { registerStart } from '#cli/start-command.ts';

test('the README tells each option of start, and none that is not there', () => {
  const program = new Command();
  registerStart(program);
  const [start] = program.commands;
  const options = start!.options.map(({ flags }) => flags.replace('-h, ', ''));
  const table = readFileSync('README.md', 'utf8').match(/^\| `--[^|]+/gm) ?? [];
  const told = table.map((cell) => cell.slice(2).replaceAll('`', '').trim());
  expect(told.sort()).toEqual([...options, '--help'].sort());
});
