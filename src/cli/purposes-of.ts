import { InvalidArgumentError } from 'commander';
import { purposes, type Purpose } from '#core/consent.ts';

/** Reads `training,evaluation` from the command line. */
export function purposesOf(text: string): readonly Purpose[] {
  const named = text.split(',').map((each) => each.trim());
  const unknown = named.find((each) => !purposes.includes(each as Purpose));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`“${unknown}” is none of ${purposes.join(', ')}.`);
  return [...new Set(named as Purpose[])];
}
