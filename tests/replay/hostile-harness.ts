/** A page that plays a recording in the replay frame, as the workbench does. */
import { epochMs, ms } from '#core/time.ts';
import { frameAddress, linkFrame } from '#replay/frame-link.ts';
import type { FromFrame } from '#frame/frame-messages.ts';
import type { RecordedEvent } from '#frame/recorded-event.ts';

const heard: FromFrame[] = [];

const harness = {
  heard,

  /** Plays all of it, at once and then running, in the frame at `replayUrl`. */
  async play(replayUrl: string, events: RecordedEvent[]): Promise<void> {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts', 'allow-same-origin');
    frame.width = '800';
    frame.height = '600';
    const link = linkFrame(frame, replayUrl, (message) => heard.push(message));
    link.send({ kind: 'begin', startedAt: epochMs(events[0]!.timestamp) });
    link.send({ kind: 'events', tab: 0, events });
    frame.src = frameAddress(replayUrl);
    document.body.append(frame);
    while (!heard.some((message) => message.kind === 'ready'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    link.send({ kind: 'show', tab: 0, at: ms(100), speed: 4 });
    await new Promise((resolve) => setTimeout(resolve, 800));
    link.send({ kind: 'show', tab: 0, at: ms(1400) });
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
};

export type HostileHarness = typeof harness;

Object.assign(window, { harness });
