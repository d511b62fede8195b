/** A page by what it is, not by what stands on it: no query, and `#` for any part with a digit, so that
 * the pages of two orders are the same page. */
export function pageKey(url: string): string {
  const [address = '', hash = ''] = url.split('#', 2) as [string, string?];
  const route = hash.startsWith('/') ? hash : '';
  return withoutIds(withoutQuery(address)) + (route && `#${withoutIds(withoutQuery(route))}`);
}

/** How far below the top of the site it lies. */
export const depthOf = (page: string): number =>
  page
    .replace(/^\w+:\/\/[^/]+/, '')
    .split(/[/#]/)
    .filter(Boolean).length;

const withoutQuery = (text: string) => (text.split('?')[0] ?? '').replace(/\/$/, '');

const withoutIds = (text: string) =>
  text
    .split('/')
    .map((part, at) => (at > 2 || !text.includes('://') ? part.replace(/^.*\d.*$/, '*') : part))
    .join('/');
