/** Changes of address without a page load. A load needs no event of ours: rrweb tells it by Meta. */
import type { NavigationPayload } from '#core/plugin-events.ts';
import { listen, stopAll, type Tracker } from './listen.ts';
import { wrapMethod } from './wrap-method.ts';

interface NavigationSources {
  readonly window: Window;
  readonly emit: (payload: NavigationPayload) => void;
}

export function trackNavigation({ window, emit }: NavigationSources): Tracker {
  let lastHref = window.location.href;
  let stopped = false;

  const tell = (cause: NavigationPayload['cause']) => {
    lastHref = window.location.href;
    // The page sets its new title after it changes the address; by the microtask it has.
    queueMicrotask(() => {
      if (!stopped) emit({ cause, href: window.location.href, title: window.document.title });
    });
  };

  const pop = listen(window, 'popstate', () => tell('pop'));
  // Moving through history fires both; a link to a hash fires popstate as well in some browsers.
  const hash = listen(window, 'hashchange', () => {
    if (window.location.href !== lastHref) tell('hash');
  });
  const push = wrapMethod(window.history, 'pushState', () => tell('push'));
  const replace = wrapMethod(window.history, 'replaceState', () => tell('replace'));
  return stopAll([pop, hash, push, replace, { stop: () => (stopped = true) }]);
}
