/** Builds pages with Vite into a folder of their own and serves them, each as the caller dresses it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build, type PluginOption } from 'vite';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** What is sent for a file, and with which headers. */
export interface Dressed {
  readonly body: Buffer | string;
  readonly headers: OutgoingHttpHeaders;
}

export interface ServedBuild {
  readonly origin: string;
  /** Where the built files lie. */
  readonly folder: string;
  readonly stop: () => void;
}

export async function serveBuild(
  root: string,
  inputs: readonly string[],
  dress: (path: string, body: Buffer) => Dressed = (_path, body) => ({ body, headers: {} }),
  plugins: PluginOption[] = [],
): Promise<ServedBuild> {
  const folder = mkdtempSync(join(tmpdir(), 'tasktape-build-'));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins,
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      outDir: folder,
      rollupOptions: { input: inputs.map((input) => join(root, input)) },
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    try {
      const { body, headers } = dress(path, readFileSync(join(folder, path)));
      response.writeHead(200, {
        'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
        ...headers,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    folder,
    stop: () => {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
