/** Lets plain clicks on links of this app move the address instead of loading the page anew. */
import type { Attachment } from 'svelte/attachments';
import type { Address } from './address.svelte.ts';

export function followLinks(address: Address): Attachment {
  return () => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('popstate', () => address.follow(), { signal });
    window.addEventListener('click', (event) => follow(event, address), { signal });
    return () => stop.abort();
  };
}

function follow(event: MouseEvent, address: Address): void {
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || elsewhere) return;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  event.preventDefault();
  address.go(link.href);
}
