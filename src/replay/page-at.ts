import { contains, type Ms } from '#core/time.ts';
import type { PageVisit } from '#core/track.ts';

/** The page in front at `at`: of those open then the one opened last, else the one left last. */
export function pageAt(pages: readonly PageVisit[], at: Ms): PageVisit | undefined {
  let open: PageVisit | undefined;
  let left: PageVisit | undefined;
  for (const page of pages) {
    if (contains(page, at) && (open === undefined || page.startsMs >= open.startsMs)) open = page;
    if (page.startsMs <= at && (left === undefined || page.endsMs >= left.endsMs)) left = page;
  }
  return open ?? left ?? pages[0];
}
