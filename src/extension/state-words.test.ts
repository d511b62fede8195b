import { expect, test } from 'vitest';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import { buttonsFor } from './popup-acts.ts';
import { wordsOf, wordsOfWaiting } from './state-words.ts';
import type { TabState } from './tab-state.ts';

const site = 'https://desk.example';
const project = 'Order desk';
const terms = { project } as RecorderTerms;

/** The headline, then the acts that are offered. */
const expected: readonly (readonly [TabState, string, string])[] = [
  [{ kind: 'not set up' }, 'Not set up yet', 'settings'],
  [{ kind: 'no site' }, 'Nothing to record here', ''],
  [{ kind: 'off the list', project, sites: [site] }, 'Not recorded here', ''],
  [{ kind: 'needs permission', site, project }, 'Ready to record', 'start'],
  [{ kind: 'ready', site, project }, 'Ready to record', 'start'],
  [{ kind: 'starting', site }, 'Starting', ''],
  [{ kind: 'asking', site, terms }, 'Your answer is needed', 'read'],
  [{ kind: 'ended', site, why: 'declined' }, 'Not recorded', 'start'],
  [{ kind: 'ended', site, why: 'stopped' }, 'Stopped', 'start'],
  [{ kind: 'ended', site, why: 'discarded' }, 'Discarded', 'start'],
  [{ kind: 'ended', site, why: 'withdrawn' }, 'Consent withdrawn', 'start'],
  [{ kind: 'refused', site, why: 'The key was revoked.' }, 'Can’t record', 'start'],
];

test.each(expected)('$kind', (state, title, acts) => {
  expect(wordsOf(state).title).toBe(title);
  expect(wordsOf(state).sentence).toMatch(/\.$/);
  expect(
    buttonsFor({ state })
      .map(({ act }) => act)
      .join(),
  ).toBe(acts);
});

test.each([
  ['recording', 'pause,stop,discard'],
  ['paused', 'resume,stop,discard'],
] as const)('while %s everything that ends it is offered', (kind, acts) => {
  const state = { kind, site, project, purposes: ['training', 'research'] } as const;
  const report = { state, live: kind };
  expect(
    buttonsFor(report)
      .map(({ act }) => act)
      .join(),
  ).toBe(acts);
  if (kind === 'recording') expect(wordsOf(state).sentence).toContain('training and research');
});

test('a recording of other tabs can be ended from a tab that is not recorded', () => {
  const acts = buttonsFor({ state: { kind: 'no site' }, live: 'recording' });
  expect(acts.map(({ act }) => act)).toEqual(['pause', 'stop', 'discard']);
});

test('what waits is told in round amounts, and that it is safe when offline', () => {
  expect(wordsOfWaiting({ bytes: 3, online: true })).toBe('1 kB waiting to be sent');
  expect(wordsOfWaiting({ bytes: 2_340_000, online: false })).toMatch(/^Offline: 2\.3 MB kept/);
});
