/** What the bench asks of a page that replays a session, whoever made the replay. */
export interface ReplaySide {
  /** Once the page's own scripts are there, and what it warms up is warm. */
  ready(): Promise<unknown>;
  /** Opens the session; answers when its first page was on the screen, in ms since the navigation. */
  open(): Promise<number>;
  /** Goes to a time since the session's start; answers in how many ms the page was painted. */
  seek(atMs: number): Promise<number>;
  /** Plays from a time at a speed for so long a real time; answers the times between frames. */
  play(fromMs: number, speed: number, forMs: number): Promise<readonly number[]>;
}

/** After the next frame was painted: a task that is posted in it runs once it is. */
export const painted = (): Promise<void> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    }),
  );

export async function framesFor(forMs: number): Promise<number[]> {
  const intervals: number[] = [];
  const began = performance.now();
  let last = await new Promise(requestAnimationFrame);
  while (performance.now() - began < forMs) {
    const now = await new Promise<number>(requestAnimationFrame);
    intervals.push(now - last);
    last = now;
  }
  return intervals;
}
