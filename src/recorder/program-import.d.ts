/** `?program`: a module built into one self-contained function, whose source can be given to a worker
 * and which can as well be called in place. It answers what the module exports. */
declare module '*/keeper-program.ts?program' {
  import type { FromKeeper, RecorderSettings, ToKeeper } from '#delivery/keeper-messages.ts';
  import type { Line } from '#delivery/line.ts';

  interface KeeperProgram {
    serve(line: Line<FromKeeper, ToKeeper>, settings: RecorderSettings): void;
    serveWorker(scope: unknown, settings: RecorderSettings): void;
  }
  const program: () => KeeperProgram;
  export default program;
}
