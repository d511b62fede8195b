/** Tells of each animation frame and how much time passed since the one before. A window that was
 * hidden draws no frames; what it slept through is not made up for. */
export function trackFrames(onFrame: (elapsedMs: number) => void): { readonly stop: () => void } {
  const longestMs = 250;
  let before: number | undefined;
  let request = requestAnimationFrame(function tick(now) {
    request = requestAnimationFrame(tick);
    if (before !== undefined) onFrame(Math.min(longestMs, now - before));
    before = now;
  });
  return { stop: () => cancelAnimationFrame(request) };
}
