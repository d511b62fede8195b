/** So many random bytes, in hex. `getRandomValues` is there on plain-http pages too. */
export function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
}

export const randomChance = (): number => Math.random();
