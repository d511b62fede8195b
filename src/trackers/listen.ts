/** What every `track…` function returns. */
export interface Tracker {
  readonly stop: () => void;
}

/**
 * Listens ahead of the page's own listeners, and never lets a failure of ours reach the page.
 */
export function listen<T extends Event>(
  target: EventTarget,
  type: string,
  handle: (event: T) => void,
): Tracker {
  const guarded = (event: Event) => {
    try {
      handle(event as T);
    } catch {
      // The recorder must not be noticed by the page it watches.
    }
  };
  target.addEventListener(type, guarded, { capture: true });
  return { stop: () => target.removeEventListener(type, guarded, { capture: true }) };
}

export function stopAll(trackers: readonly Tracker[]): Tracker {
  return { stop: () => trackers.forEach((tracker) => tracker.stop()) };
}
