import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { isLoopback } from './loopback.ts';
import { StartError } from './start-error.ts';

export type Handler = (request: Request, peerAddress: string | undefined) => Promise<Response>;

export interface Listener {
  readonly port: number;
  /** Takes no more requests and waits for those under way, up to ten seconds. */
  close(): Promise<void>;
}

/** Listens on `port`, or, with `orNext`, on the first free one from there. */
export async function listen(
  host: string,
  port: number,
  handler: Handler,
  orNext = false,
): Promise<Listener> {
  for (let candidate = port; ; candidate += 1) {
    const server = serverFor(host, handler);
    try {
      await bound(server, host, candidate);
      return { port: portOf(server), close: () => close(server) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const mayMove = orNext && code === 'EADDRINUSE' && candidate < Math.min(port + 100, 65_535);
      if (!mayMove) throw sentenceFor(error as NodeJS.ErrnoException, host, candidate);
    }
  }
}

function serverFor(host: string, handler: Handler): Server {
  const onlyHere = isLoopback(host);
  return createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request: Request, env: { incoming: { socket: { remoteAddress?: string } } }) => {
      // Another site's name may be made to point here; its pages must not read from us.
      if (onlyHere && !isLoopback(new URL(request.url).hostname))
        return new Response('This server answers to 127.0.0.1 and localhost only.', {
          status: 421,
        });
      return handler(request, env.incoming.socket.remoteAddress);
    },
  }) as Server;
}

function bound(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP server');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Port ${port} on ${host} is in use. Stop what uses it, or choose another with --port.`,
    );
  if (error.code === 'EACCES')
    return new StartError(`Port ${port} may not be used by this account. Choose one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartError(`This machine has no address ${host}. Choose another with --host.`);
  return error;
}
