/** Closes a switch over a union: a new kind that nobody handles is a compile error. */
export function unreachable(value: never): never {
  throw new Error(`unhandled kind: ${JSON.stringify(value)}`);
}
