import { expect, test } from 'vitest';
import type { SessionId } from '#core/ids.ts';
import type { FromKeeper, OpenRecording } from '#delivery/keeper-messages.ts';
import { Relay } from './relay.ts';

const recording = (next: number, session = 's', paused = false): FromKeeper => ({
  kind: 'recording',
  recording: { session: session as SessionId, tab: 0, next, paused } as OpenRecording,
});

/** A page that joined, and every connection its relay made. */
function open() {
  const connections: { posted: string[]; hear: (m: FromKeeper) => void; lost: () => void }[] = [];
  const toPage: string[] = [];
  let isOver = false;
  const relay = new Relay({
    connect: (hear, lost) => {
      const posted: string[] = [];
      connections.push({ posted, hear, lost });
      return { post: (text) => void posted.push(text), close: () => undefined };
    },
    toPage: (message) => void toPage.push(message.kind),
    after: (_, act) => act(),
    over: () => {
      isOver = true;
    },
  });
  const say = (what: string, through?: number) =>
    relay.say({ what, text: through === undefined ? what : `${what} ${through}`, through });
  const join = () => relay.say({ what: 'join', text: '{"kind":"join"}' });
  join();
  return { relay, connections, toPage, say, join, isOver: () => isOver };
}

test('what was not kept when the port broke is said again on the next one', () => {
  const { connections, toPage, say } = open();
  connections[0]!.hear(recording(0));
  say('events', 9);
  say('events', 19);
  connections[0]!.hear({ kind: 'kept', through: 9 });
  connections[0]!.lost();
  say('events', 29);
  say('pause');
  connections[1]!.hear(recording(15));
  expect(connections[1]!.posted).toEqual([
    '{"kind":"join","from":10}',
    'events 19',
    'events 29',
    'pause',
  ]);
  expect(toPage).toEqual(['recording', 'kept', 'kept', 'resumed']);
});

test('a pause that was heard is not said again', () => {
  const { connections, say } = open();
  connections[0]!.hear(recording(0));
  say('pause');
  connections[0]!.hear({ kind: 'paused' });
  connections[0]!.lost();
  connections[1]!.hear(recording(0, 's', true));
  expect(connections[1]!.posted).toEqual(['{"kind":"join","from":0}']);
});

test('a page that finds another recording begins anew, without what it held for the old one', () => {
  const { connections, toPage, say } = open();
  connections[0]!.hear(recording(0));
  say('events', 9);
  connections[0]!.lost();
  connections[1]!.hear(recording(0, 'another'));
  expect(connections[1]!.posted).toEqual(['{"kind":"join","from":0}']);
  expect(toPage).toEqual(['recording', 'recording']);
});

test('a page that left and came back joins by itself', () => {
  const { connections, say, join } = open();
  connections[0]!.hear(recording(0));
  say('leave');
  connections[0]!.lost();
  expect(connections).toHaveLength(1);
  join();
  connections[1]!.hear(recording(7));
  expect(connections[1]!.posted).toEqual(['{"kind":"join"}']);
});

test.each(['ended', 'refused'] as const)('after “%s” nothing is carried any more', (kind) => {
  const { connections, toPage, say, isOver } = open();
  connections[0]!.hear(recording(0));
  connections[0]!.hear(
    kind === 'ended' ? { kind, why: 'stopped' } : { kind, why: 'The key was revoked.' },
  );
  connections[0]!.lost();
  say('events', 3);
  expect(connections).toHaveLength(1);
  expect(connections[0]!.posted).toEqual(['{"kind":"join"}']);
  expect(toPage.at(-1)).toBe(kind);
  expect(isOver()).toBe(true);
});

test('what a page says to its end is carried still', () => {
  const posted: string[] = [];
  let hear: (message: FromKeeper) => void = () => undefined;
  const relay = new Relay({
    connect: (listener) => {
      hear = listener;
      return { post: (text) => void posted.push(text), close: () => void posted.push('closed') };
    },
    toPage: ({ kind }) => {
      if (kind === 'ended') relay.say({ what: 'events', text: 'last events', through: 9 });
    },
    after: (_, act) => act(),
    over: () => undefined,
  });
  relay.say({ what: 'join', text: 'join' });
  hear(recording(0));
  hear({ kind: 'ended', why: 'stopped' });
  expect(posted).toEqual(['join', 'last events', 'closed']);
});

test('what was held when the recording ended behind a broken port is handed over', () => {
  const { connections, toPage, say, isOver } = open();
  connections[0]!.hear(recording(0));
  say('events', 9);
  connections[0]!.lost();
  say('events', 19);
  connections[1]!.hear(recording(0, 's', true));
  connections[1]!.hear({ kind: 'ended', why: 'stopped' });
  expect(connections[1]!.posted).toEqual(['{"kind":"join","from":0}', 'events 9', 'events 19']);
  expect(toPage).toEqual(['recording', 'paused', 'ended']);
  expect(isOver()).toBe(true);
});

test('where the extension is gone the page is told once and for all', () => {
  const toPage: FromKeeper[] = [];
  const relay = new Relay({
    connect: () => {
      throw new Error('Extension context invalidated.');
    },
    toPage: (message) => void toPage.push(message),
    after: (_, act) => act(),
    over: () => undefined,
  });
  relay.say({ what: 'join', text: 'join' });
  relay.say({ what: 'join', text: 'join' });
  expect(toPage.map(({ kind }) => kind)).toEqual(['refused']);
});
