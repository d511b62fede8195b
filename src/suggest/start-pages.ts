/** Pages that work comes back to: lists, home pages, dashboards. */

import type { Act } from './act.ts';
import { depthOf } from './page-key.ts';

/** Of all pages that were arrived at, those nearest to the top of their site. */
export function startPages(acts: readonly Act[]): ReadonlySet<string> {
  const arrivals = new Set<string>();
  let shallow = Number.POSITIVE_INFINITY;
  for (const [at, { next }] of acts.entries()) {
    const from = acts[at - 1]?.next ?? acts[0]?.page;
    if (next === from) continue;
    arrivals.add(next);
    shallow = Math.min(shallow, depthOf(next));
  }
  return new Set([...arrivals].filter((page) => depthOf(page) <= shallow));
}
