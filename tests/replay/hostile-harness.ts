/** A page that plays a recording in the replay frame, as the workbench does. */
import { epochMs, ms } from '#core/time.ts';
import { frameAddress, linkFrame } from '#replay/frame-link.ts';
import { keepKeyboard } from '#replay/keep-keyboard.ts';
import { hereIsThePort, type FromFrame } from '#frame/frame-messages.ts';
import type { RecordedEvent } from '#frame/recorded-event.ts';

const heard: FromFrame[] = [];

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
    link.send({ kind: 'begin', startedAt: epochMs(events[0]!.timestamp) });
    link.send({ kind: 'events', tab: 0, events });
    frame.src = frameAddress(replayUrl);
    document.body.append(frame);
    while (!heard.some((message) => message.kind === 'ready'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    link.send({ kind: 'show', tab: 0, at: ms(50), speed: 4 });
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
    frame.contentWindow!.postMessage(hereIsThePort, '*', [port2]);
    const node = { type: 0, id: 1, childNodes: [] };
    const page = { href: 'about:blank', width: 100, height: 100 };
    port1.postMessage({ kind: 'begin', startedAt: 1 });
    port1.postMessage({
      kind: 'events',
      tab: 0,
      events: [
        { type: 4, timestamp: 1, data: page },
        { type: 2, timestamp: 2, data: { node, initialOffset: { top: 0, left: 0 } } },
      ],
    });
    return answered;
  },
};

export type HostileHarness = typeof harness;

Object.assign(window, { harness });
