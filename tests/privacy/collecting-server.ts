/** Answers a recorder as a Supabase would, and keeps every byte it is sent. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { defaultCapturePolicy, type CapturePolicy } from '#core/capture-policy.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: Buffer;
}

export interface Collected {
  readonly url: string;
  readonly sent: readonly Sent[];
  /** Names of the functions that were called, in order. */
  called(): string[];
  /** What was uploaded for `tab`, session after session, in order. */
  events(tab?: number): RecordedEvent[];
  untilCalled(name: string): Promise<void>;
  stop(): Promise<void>;
}

interface Terms {
  readonly sites: readonly string[];
  readonly policy?: Partial<CapturePolicy>;
  /** Answers the terms call with this status and sentence. */
  readonly refuse?: { readonly status: number; readonly message: string };
}

/** Looks, one every 50 ms. */
const patience = 400;
const purposes = ['training', 'evaluation', 'research'];

function answersFor({ sites, policy }: Terms): Readonly<Record<string, unknown>> {
  let started = 0;
  const rules = { ...defaultCapturePolicy, ...policy };
  const sha256 = createHash('sha256').update(JSON.stringify(rules)).digest('hex');
  return {
    recorder_terms: {
      project: 'Orders desk',
      notice: { version: 1, text: 'What we record, and why.', purposes },
      policy: { version: 1, sha256, rules },
      sites,
      preview_hours: 24,
    },
    answer_consent: { pseudonym: 'P-001' },
    get start_session() {
      started += 1;
      const session_id = `0d6a2b4e-5b1c-4c52-9d7e-${String(started).padStart(12, '0')}`;
      return { session_id, capability: 'a1b2c3d4'.repeat(8) };
    },
    recording_standing: { may_record: true, why: null, sentence: null },
  };
}

export async function collectBytes(terms: Terms): Promise<Collected> {
  const answers = answersFor(terms);
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const url = request.url ?? '';
    const { method = '' } = request;
    sent.push({ method, url, headers: request.rawHeaders.join('\n'), body });
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', '*, authorization, apikey, content-type');
    response.setHeader('access-control-allow-methods', 'GET, POST, DELETE');
    response.setHeader('content-type', 'application/json');
    const name = /\/rpc\/(\w+)/.exec(url)?.[1] ?? '';
    if (method === 'OPTIONS') response.writeHead(204).end();
    else if (name === 'recorder_terms' && terms.refuse)
      response
        .writeHead(terms.refuse.status)
        .end(JSON.stringify({ message: terms.refuse.message }));
    else if (name in answers) response.end(JSON.stringify(answers[name]));
    else if (name) response.writeHead(204).end();
    else response.end(JSON.stringify(method === 'DELETE' ? [] : { Key: url, Id: url }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const called = () => sent.flatMap((each) => rpcOf(each) ?? []);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    called,
    events: (tab = 0) => uploadedEvents(sent, tab),
    async untilCalled(name) {
      for (let left = patience; !called().includes(name); left -= 1) {
        if (left === 0) throw new Error(`${name} was not called; ${called().join(', ')}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const rpcOf = ({ method, url }: Sent) =>
  method === 'POST' ? /\/rpc\/(\w+)/.exec(url)?.[1] : undefined;

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Bytes as text, unpacked where they were packed. */
export const textOf = (bytes: Buffer): string =>
  (isGzip(bytes) ? gunzipSync(bytes) : bytes).toString('utf8');

function uploadedEvents(sent: readonly Sent[], tab: number): RecordedEvent[] {
  const chunks = new Map<string, RecordedEvent[]>();
  for (const { url, body } of sent) {
    const place = /\/recordings\/([\w-]+)\/\w+\/(\d+)-(\d+)\.json\.gz/.exec(url);
    if (place && Number(place[2]) === tab && body.length > 0)
      chunks.set(`${place[1]} ${place[3]!.padStart(6, '0')}`, JSON.parse(textOf(body)));
  }
  return [...chunks].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, events]) => events);
}
