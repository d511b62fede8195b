/** Tells a lease that somebody is at it: a key, a press, a move; the window seen again, the network back. */
import type { Lease } from './lease.svelte.ts';

const acts = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

export function watchPresence(lease: Lease): { readonly stop: () => void } {
  const stop = new AbortController();
  const { signal } = stop;
  for (const act of acts)
    addEventListener(act, () => lease.touch(), { capture: true, passive: true, signal });
  addEventListener('online', () => lease.wake(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && lease.wake(),
    { signal },
  );
  lease.start();
  return {
    stop: () => {
      stop.abort();
      lease.stop();
    },
  };
}
