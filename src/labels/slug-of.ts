/** A name as it stands in an address: `Order desk, spring` → `order-desk-spring`. Empty when too little is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug.length < 2 ? '' : slug;
}
