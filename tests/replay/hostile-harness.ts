/** A page that plays a recording in the replay frame, as the workbench does. */
import { epochMs, ms } from '#core/time.ts';
import { frameAddress, linkFrame } from '#replay/frame-link.ts';
import { keepKeyboard } from '#replay/keep-keyboard.ts';
import { hereAreThePorts, type FromScreen } from '#frame/screen-messages.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { LittleReel } from './little-reel.ts';

const heard: FromScreen[] = [];

/** Lets the frame's clock run four times as fast as the wall's. */
function run(tick: (at: number) => void): void {
  const began = performance.now();
  requestAnimationFrame(function next(now) {
    tick(50 + (now - began) * 4);
    requestAnimationFrame(next);
  });
}

const harness = {
  heard,

  /** Plays all of it in the frame at `replayUrl`, running from its first page. */
  async play(replayUrl: string, events: RecordedEvent[], sandboxed: boolean): Promise<void> {
    document.querySelector('input')!.focus();
    const frame = document.createElement('iframe');
    if (sandboxed) frame.sandbox.add('allow-scripts', 'allow-same-origin');
    frame.width = '800';
    frame.height = '600';
    keepKeyboard(frame);
    const link = linkFrame(frame, replayUrl, (message) => heard.push(message));
    const startedAt = epochMs(events[0]!.timestamp);
    link.send({ kind: 'begin', startedAt });
    const reel = new LittleReel([events], startedAt);
    for (const message of reel.show(0, ms(50))) link.reelPort.postMessage(message);
    frame.src = frameAddress(replayUrl);
    document.body.append(frame);
    while (!heard.some((message) => message.kind === 'shown'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    run((at) => link.send({ kind: 'tick', at: ms(at) }));
  },

  /** Whether the frame, told of the app at `origin`, takes a port from this page. */
  async offerPort(replayUrl: string, origin: string): Promise<boolean> {
    const frame = document.createElement('iframe');
    frame.src = `${replayUrl}#${encodeURIComponent(origin)}`;
    document.body.append(frame);
    await new Promise((resolve) => (frame.onload = resolve));
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise<boolean>((resolve) => {
      port1.onmessage = () => resolve(true);
      setTimeout(() => resolve(false), 2000);
    });
    const reel = new MessageChannel();
    frame.contentWindow!.postMessage(hereAreThePorts, '*', [port2, reel.port2]);
    const node = { type: 0, id: 1, childNodes: [] };
    const page = { href: 'about:blank', width: 100, height: 100 };
    const events = [
      { type: 4, timestamp: 1, data: page },
      { type: 2, timestamp: 2, data: { node, initialOffset: { top: 0, left: 0 } } },
    ];
    port1.postMessage({ kind: 'begin', startedAt: 1 });
    for (const message of new LittleReel([events], epochMs(1)).show(0, ms(5)))
      reel.port1.postMessage(message);
    return answered;
  },
};

export type HostileHarness = typeof harness;

Object.assign(window, { harness });
