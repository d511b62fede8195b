/** What a command answers on standard output: JSON for programs, lines for people. */
export function printResult(json: boolean, value: unknown, lines: readonly string[]): void {
  if (json) console.log(JSON.stringify(value, undefined, 2));
  else for (const line of lines) console.log(line);
}

/** Columns as wide as their widest cell. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** `1 episode`, `2 episodes`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
