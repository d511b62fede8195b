/** A line to something on the same thread: what is said is heard when the page is idle. */
import type { FromKeeper, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';

const latestMs = 1000;

export function openIdleLine(
  serve: (line: Line<FromKeeper, ToKeeper>) => void,
): Line<ToKeeper, FromKeeper> {
  const up = lane<ToKeeper>();
  const down = lane<FromKeeper>();
  const close = () => {
    up.close();
    down.close();
  };
  serve({ send: down.say, listen: up.listen, close });
  return { send: up.say, listen: down.listen, close };
}

function lane<Message>() {
  let waiting: Message[] = [];
  let hear: ((message: Message) => void) | undefined;
  let isClosed = false;
  let isScheduled = false;
  const deliver = () => {
    isScheduled = false;
    const held = waiting;
    waiting = [];
    if (!isClosed) held.forEach((message) => hear?.(message));
  };
  const schedule = () => {
    if (isScheduled || hear === undefined || waiting.length === 0) return;
    isScheduled = true;
    whenIdle(deliver);
  };
  return {
    say: (message: Message) => {
      waiting.push(message);
      schedule();
    },
    listen: (listener: (message: Message) => void) => {
      hear = listener;
      schedule();
    },
    close: () => {
      isClosed = true;
    },
  };
}

function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: latestMs });
  else setTimeout(act);
}
