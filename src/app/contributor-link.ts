/** The link by which a recorder leads a person to their own recordings. Its secret stands behind
 * the `#`, so no server sees it, and leaves the address bar as soon as it is read. */
export function takeContributorToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('contributor') ?? undefined;
  if (token !== undefined)
    history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
