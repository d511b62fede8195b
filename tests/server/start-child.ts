/** `tasktape start` in a process of its own, as a person would run it. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface ChildServer {
  readonly url: string;
  readonly replayUrl: string;
  readonly publishableKey: string;
  readonly pid: number;
  /** All it printed so far, on both streams. */
  printed(): string;
  /** Ends it and waits until it is gone; answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | undefined>;
}

export async function startChild(
  dataDir: string,
  args: readonly string[] = ['--no-demo'],
): Promise<ChildServer> {
  const run = runStart([...args, '--data', dataDir, '--port', '0', '--json']);
  const ready = await new Promise<string>((resolve, reject) => {
    run.child.stdout?.on('data', () => {
      const line = /^\{"url".*$/m.exec(run.printed())?.[0];
      if (line) resolve(line);
    });
    run.child.once('exit', () => reject(new Error(`It ended early:\n${run.printed()}`)));
  });
  const told = JSON.parse(ready) as Pick<ChildServer, 'url' | 'replayUrl' | 'publishableKey'>;
  return {
    ...told,
    pid: run.child.pid!,
    printed: run.printed,
    end: async (signal) => {
      run.child.kill(signal);
      return (await run.ended) ?? undefined;
    },
  };
}

export interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  printed(): string;
}

/** Runs `tasktape start` with these arguments and gathers what it prints. */
export function runStart(args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/tasktape.ts', 'start', '--no-open', ...args],
    // Vitest's own NODE_ENV switches on what a person's run must switch on itself.
    { stdio: 'pipe', env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...env } },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  return {
    child,
    ended: new Promise((resolve) => child.once('close', resolve)),
    printed: () => text,
  };
}
