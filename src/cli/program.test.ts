import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { makeProgram } from './program.ts';

const leaves = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);

const commands = leaves(makeProgram()).map((command) => {
  const parents = [command.parent?.parent && command.parent.name(), command.name()];
  return [parents.filter(Boolean).join(' '), command] as const;
});

test('these are the commands', () => {
  expect(commands.map(([name]) => name)).toEqual([
    'start',
    'record',
    'import',
    'inspect',
    'prepare',
    'release build',
    'release list',
    'release download',
    'verify',
    'login',
    'logout',
    'whoami',
    'people list',
    'people add',
  ]);
});

test.each(commands)('%s has help, knows --json and tells its exit codes', (name, command) => {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  expect(help).toContain(`Usage: tasktape ${name}`);
  expect(command.description()).toMatch(/\.$/);
  expect(help).toContain('--json');
  if (name !== 'start') expect(help).toContain('Exit codes:');
});
