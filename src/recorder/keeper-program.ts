/** The keeper as it runs beside a page, in a worker or on the page's own thread. It is built into one
 * function without imports: see `?program` in vite.config.ts. */
import { IndexedDbShelf } from '#delivery/indexed-db-shelf.ts';
import { Keeper } from '#delivery/keeper.ts';
import type { FromKeeper, RecorderSettings, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';
import { portLine, type PortLike } from '#delivery/port-line.ts';
import { broadcastSignals } from '#delivery/signals.ts';

export function serveWorker(scope: unknown, settings: RecorderSettings): void {
  const port = scope as PortLike;
  // Heard before any message: a worker that a content security policy forbids never says it.
  port.postMessage('ready');
  serve(portLine(port), settings);
}

export function serve(line: Line<FromKeeper, ToKeeper>, settings: RecorderSettings): void {
  tellForbiddenRequests(line, settings);
  begin(line, settings).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    line.send({ kind: 'refused', why });
  });
}

async function begin(line: Line<FromKeeper, ToKeeper>, settings: RecorderSettings): Promise<void> {
  const shelf = await IndexedDbShelf.open();
  const keeper = new Keeper({ settings, shelf, signals: broadcastSignals('tasktape') });
  addEventListener('online', () => keeper.hurry());
  keeper.serve(line);
}

/** To the keeper a forbidden request looks like being offline, which it would wait out. */
function tellForbiddenRequests(line: Line<FromKeeper, ToKeeper>, { url }: RecorderSettings): void {
  addEventListener('securitypolicyviolation', (event) => {
    const { blockedURI, effectiveDirective } = event as SecurityPolicyViolationEvent;
    if (effectiveDirective !== 'connect-src' || !blockedURI.startsWith(url)) return;
    const why = `this page's content security policy forbids requests to ${url}; add it to connect-src.`;
    line.send({ kind: 'refused', why });
  });
}
