import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { postQuestion } from './post-question.ts';

let server: Server;
let address = '';
let asked: { request: IncomingMessage; body: string } | undefined;
let answer = { status: 200, body: '{}' };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked = { request, body };
      response.writeHead(answer.status, { location: '/elsewhere' }).end(answer.body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/suggest`;
});
beforeEach(() => (answer = { status: 200, body: '{}' }));
afterAll(() => new Promise((closed) => server.close(closed)));

test('it sends exactly the question, as JSON, with no cookie and no referrer', async () => {
  answer.body = '{"format":"x"}';
  expect(await postQuestion(address, '{"a": 1}')).toEqual({ format: 'x' });
  const { request, body } = asked!;
  expect(body).toBe('{"a": 1}');
  expect(request.method).toBe('POST');
  expect(request.headers['content-type']).toBe('application/json');
  expect(request.headers.cookie ?? request.headers.referer).toBeUndefined();
});

test.each([
  [500, 'x', /answered with status 500/],
  [302, '', /could not be reached/],
  [200, '<html>', /did not answer in JSON/],
  [200, `"${'x'.repeat(2_000_001)}"`, /more than 2 MB/],
])('status %i is told in a sentence', async (status, body, sentence) => {
  answer = { status, body };
  await expect(postQuestion(address, '{}')).rejects.toThrow(sentence);
});

test('a model that is not there is told', async () => {
  const gone = address.replace(/:\d+\//, ':1/');
  await expect(postQuestion(gone, '{}')).rejects.toThrow(/could not be reached/);
});
