/** The page being hidden, brought to the front, left, and brought back from the back-forward cache. */
import { listen, stopAll, type Tracker } from '#trackers/listen.ts';

interface PageLife {
  readonly hidden: () => void;
  /** `wasHidden`: it was not merely another window that had the keyboard. */
  readonly cameToFront: (wasHidden: boolean) => void;
  readonly left: () => void;
  readonly cameBack: () => void;
}

export function trackPageLife({ hidden, cameToFront, left, cameBack }: PageLife): Tracker {
  return stopAll([
    listen(document, 'visibilitychange', () =>
      document.visibilityState === 'hidden' ? hidden() : cameToFront(true),
    ),
    listen(window, 'focus', (event) => event.target === window && cameToFront(false)),
    listen(window, 'pagehide', left),
    listen<PageTransitionEvent>(window, 'pageshow', (event) => event.persisted && cameBack()),
  ]);
}
