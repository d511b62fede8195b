/** Runs a reel beside the page, so that a large session never stalls what a person is doing. */
import { Reel } from './reel.ts';
import type { ScreenToReel, ToReel } from './reel-messages.ts';
import { warmUp } from './warm-up.ts';

/** Where a session is to be shown at once it is told by then. */
const patienceMs = 50;

/** Timers of nothing would be made to wait 4 ms. */
const turns = new MessageChannel();
const due: (() => void)[] = [];
turns.port1.onmessage = () => due.shift()?.();

function later(delayMs: number, call: () => void): void {
  if (delayMs > 0) {
    setTimeout(call, delayMs);
    return;
  }
  due.push(call);
  turns.port2.postMessage(undefined);
}

const reel = new Reel({
  tell: (message) => postMessage(message),
  now: () => performance.now(),
  later,
});
let screen: MessagePort | undefined;

function setScreen(port: MessagePort): void {
  screen?.close();
  screen = port;
  port.onmessage = ({ data }: MessageEvent<ScreenToReel>) => reel.hearScreen(data);
  reel.setScreen((message) => port.postMessage(message));
}

addEventListener('message', ({ data, ports }: MessageEvent<ToReel>) => {
  clearTimeout(idle);
  const [port] = ports;
  if (data.kind !== 'screen') reel.hear(data);
  else if (port !== undefined) setScreen(port);
});

const idle = setTimeout(() => void warmUp(), patienceMs);
