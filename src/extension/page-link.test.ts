import { expect, test } from 'vitest';
import type { SessionId } from '#core/ids.ts';
import type { FromKeeper, OpenRecording, ToKeeper } from '#delivery/keeper-messages.ts';
import { PageLink } from './page-link.ts';
import { TabPlaces, type Drawer } from './tab-places.ts';

const s = 's' as SessionId;
const site = 'https://desk.test';
const event = { type: 3, data: {}, timestamp: 1 };

function drawer<Value>(): Drawer<Value> {
  return { read: async () => undefined, write: async () => undefined };
}

function open(places = new TabPlaces(drawer(), drawer()), browserTab = 7, at = site, over = false) {
  const toKeeper: ToKeeper[] = [];
  const toPage: FromKeeper[] = [];
  const done: string[] = [];
  const link = new PageLink({
    browserTab,
    site: at,
    places,
    asked: false,
    over,
    post: (message) => void toPage.push(message),
    cut: () => void done.push('cut'),
    changed: () => undefined,
    wished: () => void done.push('wished'),
    now: () => 0,
  });
  link.listen((message) => void toKeeper.push(message));
  const says = (message: object) => link.hearPage(JSON.stringify(message));
  const record = (tab = 3) => {
    says({ kind: 'join', site: at });
    const terms = { project: 'Desk' };
    const myRecordingsUrl = 'https://app.test/recordings#contributor=abc';
    const recording = { session: s, tab, next: 0, terms, purposes: [], myRecordingsUrl };
    link.send({ kind: 'recording', recording: recording as unknown as OpenRecording });
  };
  return { link, toKeeper, toPage, done, says, record, places };
}

test('who the page is the browser says, not the page', () => {
  const { says, toKeeper } = open();
  says({ kind: 'join', site: 'https://bank.test', tab: { session: 's', tab: 0 } });
  expect(toKeeper).toEqual([{ kind: 'join', site, again: false }]);
});

test('events go to the page’s own stream and to no other', () => {
  const { says, record, toKeeper } = open();
  says({ kind: 'events', session: s, tab: 3, first: 0, events: [event] });
  record();
  for (const tab of [2, 3, 4]) says({ kind: 'events', session: s, tab, first: 0, events: [event] });
  says({ kind: 'events', session: 'another', tab: 3, first: 0, events: [event] });
  expect(toKeeper.map(({ kind }) => kind)).toEqual(['join', 'events']);
});

test('the address that opens the person’s recordings stays out of the page', () => {
  const { record, toPage } = open();
  record();
  expect(JSON.stringify(toPage)).not.toContain('abc');
  expect(JSON.stringify(toPage)).toContain('https://app.test/recordings');
});

test('a tail is taken only from the site that wrote its stream last', () => {
  const first = open();
  first.record();
  const tail = { session: s, tab: 3, first: 5, events: [event] };
  const stranger = open(first.places, 8, 'https://other.test');
  stranger.says({ kind: 'join', site, tail });
  expect(stranger.toKeeper).toEqual([{ kind: 'join', site: 'https://other.test', again: false }]);
  const next = open(first.places, 7);
  next.says({ kind: 'join', site, tail });
  expect(next.toKeeper[0]).toMatchObject({ tab: { session: s, tab: 3 }, tail });
});

test('a wish to discard pauses and is asked again; kept, the page gets a new stream', () => {
  const { link, says, record, toKeeper, done } = open();
  record();
  says({ kind: 'discard' });
  expect(toKeeper.at(-1)).toEqual({ kind: 'pause' });
  expect(link.wish).toBe('discard');
  link.say({ kind: 'resume' });
  expect(toKeeper.at(-1)).toEqual({ kind: 'resume' });
  expect(link.wish).toBeUndefined();
  expect(done).toEqual(['wished', 'cut']);
});

test('a page can’t resume by itself', () => {
  const { says, record, toKeeper, done } = open();
  record();
  says({ kind: 'resume' });
  expect(toKeeper.map(({ kind }) => kind)).toEqual(['join']);
  expect(done).toEqual(['wished']);
});

test('the state follows what the keeper says', () => {
  const { link, record } = open();
  expect(link.state.kind).toBe('starting');
  record();
  expect(link.state).toMatchObject({ kind: 'recording', project: 'Desk' });
  link.send({ kind: 'paused' });
  expect(link.state.kind).toBe('paused');
  link.send({ kind: 'resumed' });
  link.send({ kind: 'delivery', waitingBytes: 5, online: false });
  expect(link.waiting).toEqual({ bytes: 5, online: false });
  link.send({ kind: 'ended', why: 'withdrawn' });
  expect(link.state).toMatchObject({ kind: 'ended', why: 'withdrawn' });
});

test('what the person decides before the page has joined is done once it has', () => {
  const { link, record, toKeeper } = open();
  link.say({ kind: 'stop' });
  expect(toKeeper).toEqual([]);
  record();
  expect(toKeeper.map(({ kind }) => kind)).toEqual(['join', 'stop']);
});

test('a page that comes back after the end may hand over, and begin nothing', () => {
  const { record, places } = open();
  record();
  const again = open(places, 7, site, true);
  again.says({ kind: 'join', site, from: 12 });
  const tab = { session: s, tab: 3, from: 12 };
  expect(again.toKeeper).toEqual([{ kind: 'join', site, again: false, over: true, tab }]);
});
