/** Tells of each animation frame and how much time passed since the one before. */
export function trackFrames(onFrame: (elapsedMs: number) => void): { readonly stop: () => void } {
  let before: number | undefined;
  let request = requestAnimationFrame(function tick(now) {
    request = requestAnimationFrame(tick);
    if (before !== undefined) onFrame(now - before);
    before = now;
  });
  return { stop: () => cancelAnimationFrame(request) };
}
