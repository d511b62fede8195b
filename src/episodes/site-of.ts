import { parse } from 'tldts';

/** Where an address lies; `undefined` for addresses that are not of the web. */
export function siteOf(
  url: string,
): { readonly origin: string; readonly registrable_domain?: string } | undefined {
  const [, scheme, host] = /^(https?):\/\/(?:[^/?#]*@)?([^/?#@]+)/i.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  const origin = `${scheme}://${host}`.toLowerCase();
  const { domain, isIcann, isPrivate } = parse(origin, { allowPrivateDomains: true });
  // Only a suffix on the public list makes the domain a fact; `desk.local` has none.
  return domain !== null && (isIcann || isPrivate)
    ? { origin, registrable_domain: domain }
    : { origin };
}
