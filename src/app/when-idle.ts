/** How long a busy page is waited for. */
const timeout = 2000;

/** Calls once the page has nothing else to do; answers how to call that off. */
export function whenIdle(call: () => void): () => void {
  // Safari has no such callback.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(call, timeout);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(call, { timeout });
  return () => cancelIdleCallback(handle);
}
