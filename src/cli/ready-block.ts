import { join } from 'node:path';
import type { RunningServer } from '#server/start-server.ts';

/** What a person sees once the workbench is up. */
export function readyBlock(
  { url, demoPeople }: RunningServer,
  dataDir: string,
  rowsElsewhere: boolean,
): string {
  const width = Math.max(0, ...demoPeople.map(({ name }) => name.length)) + 2;
  const people = demoPeople.map(
    ({ name, role, email }) => `${role.padEnd(13)}${name.padEnd(width)}${email}`,
  );
  return block([
    ['Tasktape', url],
    ...(people.length > 0
      ? [
          ['Sign in as', people.join('\n')] as const,
          ['', 'with one click at the door, or by e-mail with the password in'] as const,
          ['', join(dataDir, 'demo-people.json')] as const,
        ]
      : []),
    ['Data', rowsElsewhere ? `rows in DATABASE_URL; objects and keys in ${dataDir}` : dataDir],
    ['Stop', 'Ctrl-C; nothing that was saved is lost'],
  ]);
}

/** Names on the left, what they stand for on the right. */
export function block(rows: readonly (readonly [name: string, value: string])[]): string {
  const lines = rows.flatMap(([name, value]) =>
    value.split('\n').map((line, index) => `  ${(index === 0 ? name : '').padEnd(12)}${line}`),
  );
  return `\n${lines.join('\n')}\n`;
}
