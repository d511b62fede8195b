import { expect, test } from 'vitest';
import type { NavigationPayload } from '#core/plugin-events.ts';
import { trackNavigation } from './track-navigation.ts';

function watch() {
  const page = new EventTarget() as EventTarget & Record<string, unknown>;
  const location = { href: 'https://desk.example/#/orders' };
  const go = (_state: unknown, _unused: string, url?: string | URL | null) => {
    location.href = String(url);
  };
  const history = { pushState: go, replaceState: go };
  Object.assign(page, { location, history, document: { title: 'before' } });
  const seen: NavigationPayload[] = [];
  const window = page as unknown as Window;
  const { stop } = trackNavigation({ window, emit: (payload) => seen.push(payload) });
  return { window, location, history, seen, stop, go };
}

test('a pushed address comes with the title the page gave it right after', async () => {
  const { window, seen } = watch();
  window.history.pushState({}, '', 'https://desk.example/#/orders/7');
  window.document.title = 'Order 7';
  await Promise.resolve();
  expect(seen).toEqual([
    { cause: 'push', href: 'https://desk.example/#/orders/7', title: 'Order 7' },
  ]);
});

test('going back is told once though two events announce it', async () => {
  const { window, location, seen } = watch();
  location.href = 'https://desk.example/#/customers';
  window.dispatchEvent(new Event('popstate'));
  window.dispatchEvent(new Event('hashchange'));
  await Promise.resolve();
  expect(seen.map(({ cause }) => cause)).toEqual(['pop']);
});

test('a hash change alone is told as such', async () => {
  const { window, location, seen } = watch();
  location.href = 'https://desk.example/#/help';
  window.dispatchEvent(new Event('hashchange'));
  await Promise.resolve();
  expect(seen.map(({ cause }) => cause)).toEqual(['hash']);
});

test('stopping puts history back, unless another script has wrapped it since', () => {
  const first = watch();
  first.stop();
  expect(first.history.pushState).toBe(first.go);
  const second = watch();
  const theirs = () => undefined;
  second.history.pushState = theirs;
  second.stop();
  expect(second.history.pushState).toBe(theirs);
  expect(second.history.replaceState).toBe(second.go);
});
