/** The site an address belongs to, its origin; none for what is not the web. */
export function siteOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

/** The browser's way to say “every page of this site”. */
export const patternOf = (site: string): string => `${site}/*`;
