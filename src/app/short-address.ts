/** A page's address as a list shows it: host and path, without what comes before and after. */
export function shortAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, protocol } = new URL(url);
  const path = pathname === '/' ? '' : pathname;
  return host === '' ? `${protocol}${pathname}` : `${host}${path}`;
}
