/** How a command ended, for scripts. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  unreachable: 3,
  broken: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** By name and kind, for a bundle may hold a class twice. */
export function exitCodeOf(error: unknown): number {
  const { name, kind, exitCode } = error as { name?: string; kind?: string; exitCode?: number };
  if (name === 'CommanderError' || name === 'InvalidArgumentError')
    return exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (name === 'Failure' && (kind === 'offline' || kind === 'signed out'))
    return exitCodes.unreachable;
  return exitCode ?? exitCodes.refused;
}

export const exitCodesHelp = `
Exit codes:
    0  done
    1  refused: what was given can't be used, or you may not do this
    2  the command was called wrongly
    3  the server can't be reached, or nobody is signed in
    4  verify found problems
  130  stopped by Ctrl-C; nothing half done was kept`;
