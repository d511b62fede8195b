/** A person's keys as text: what a browser keeps, and what goes from one to another. */

import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { isChord } from './is-chord.ts';
import type { Remaps } from './remap.ts';
import type { Command } from './command-for.ts';

const version = 1;

/** A line for each command. */
export function writeKeys(remaps: Remaps): string {
  const lines = Object.entries(remaps).map(
    ([id, keys]) => `\n    ${JSON.stringify(id)}: ${JSON.stringify(keys)}`,
  );
  return `{\n  "version": ${version},\n  "keys": {${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}}\n}`;
}

/** Ids that the table does not have are passed over, since another version may have had them. */
export function readKeys(text: string, commands: readonly Command[]): OutcomeOf<Remaps> {
  const record = parse(text);
  if (!isObject(record) || !isObject(record['keys']) || typeof record['version'] !== 'number')
    return refuse('This is no record of keys: a version and keys are expected.', '');
  if (record['version'] > version)
    return refuse('These keys were written by a newer Tasktape. Reload to get it.', 'version');
  const known = Object.entries(record['keys']).flatMap(([id, keys]) => {
    const command = commands.find((each) => each.id === id);
    return command ? [{ command, keys }] : [];
  });
  const broken = known.find(({ command, keys }) => !areKeys(keys, command));
  if (broken)
    return refuse(
      `The keys of “${broken.command.title}” can’t be read; write them like "e" or "mod+shift+z".`,
      `keys.${broken.command.id}`,
    );
  return succeed(
    Object.fromEntries(known.map(({ command, keys }) => [command.id, keys as readonly string[]])),
  );
}

function areKeys(keys: unknown, { series, keys: told }: Command): keys is readonly string[] {
  if (!Array.isArray(keys) || (series && keys.length !== told.length)) return false;
  if (new Set(keys.filter(Boolean)).size !== keys.filter(Boolean).length) return false;
  return keys.every((key) => typeof key === 'string' && ((series && key === '') || isChord(key)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refuse = (sentence: string, path: string): OutcomeOf<Remaps> => fail({ path, sentence });
