/** The browser's address as state: where the person is, and what the page keeps after the `?`. */
import { pathOf, routeOf, type Route } from './route.ts';

export class Address {
  #path = $state(location.pathname);
  #search = $state(location.search);
  readonly #route = $derived(routeOf(this.#path));

  get route(): Route {
    return this.#route;
  }

  /** With its `?`; empty when there is nothing. */
  get search(): string {
    return this.#search;
  }

  go(to: Route | string, how: { readonly replace?: boolean } = {}): void {
    const href = typeof to === 'string' ? to : pathOf(to);
    if (href === location.href || href === location.pathname + location.search) return;
    if (how.replace) history.replaceState(undefined, '', href);
    else history.pushState(undefined, '', href);
    this.follow();
  }

  /** Keeps `search` in the address without a step in the history. */
  keep(search: string): void {
    this.go(location.pathname + (search && `?${search}`), { replace: true });
  }

  /** The browser moved on its own: back, forward. */
  follow(): void {
    this.#path = location.pathname;
    this.#search = location.search;
  }
}
