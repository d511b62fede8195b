import type { Problem } from '#core/outcome-of.ts';

/** Ends the reading of a file from deep inside; caught at the room's doors and handed out as a value. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map(({ sentence }) => sentence).join(' '));
    this.problems = problems;
  }
}

export const refuseFile = (sentence: string): Refusal => new Refusal({ path: 'file', sentence });
