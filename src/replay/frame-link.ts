import { frameIsUp, hereIsThePort, type FromFrame, type ToFrame } from '#frame/frame-messages.ts';

export interface FrameLink {
  readonly send: (message: ToFrame) => void;
  readonly stop: () => void;
}

/** The address that makes the frame talk to this app and to nobody else. */
export function frameAddress(replayUrl: string): string {
  return `${new URL(replayUrl, location.href).href}#${encodeURIComponent(location.origin)}`;
}

/** The app's end of the channel to the replay frame. Gives the port only to that frame and only
 * on the origin it was loaded from; what is sent before the frame is up waits for it. */
export function linkFrame(
  frame: HTMLIFrameElement,
  replayUrl: string,
  onMessage: (message: FromFrame) => void,
): FrameLink {
  const { origin } = new URL(replayUrl, location.href);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event: MessageEvent<FromFrame>) => onMessage(event.data);

  const greet = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    if (event.data !== frameIsUp) return;
    removeEventListener('message', greet);
    frame.contentWindow?.postMessage(hereIsThePort, origin, [port2]);
  };
  addEventListener('message', greet);

  return {
    send: (message) => port1.postMessage(message),
    stop: () => {
      removeEventListener('message', greet);
      port1.close();
    },
  };
}
