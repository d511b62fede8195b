import {
  hereAreThePorts,
  screenIsUp,
  type FromScreen,
  type ToScreen,
} from '#frame/screen-messages.ts';

export interface FrameLink {
  readonly send: (message: ToScreen) => void;
  /** The reel's end of its own channel to the frame. */
  readonly reelPort: MessagePort;
  readonly stop: () => void;
}

/** The address that makes the frame talk to this app and to nobody else. */
export function frameAddress(replayUrl: string): string {
  return `${new URL(replayUrl, location.href).href}#${encodeURIComponent(location.origin)}`;
}

/** The app's end of the channel to the replay frame, and the reel's. Gives the ports only to that
 * frame and only on the origin it was loaded from; what is sent before the frame is up waits for it. */
export function linkFrame(
  frame: HTMLIFrameElement,
  replayUrl: string,
  onMessage: (message: FromScreen) => void,
  isUp = false,
): FrameLink {
  const { origin } = new URL(replayUrl, location.href);
  const own = new MessageChannel();
  const reel = new MessageChannel();
  own.port1.onmessage = (event: MessageEvent<FromScreen>) => onMessage(event.data);

  const greet = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    if (event.data !== screenIsUp) return;
    givePorts();
  };
  const givePorts = () => {
    removeEventListener('message', greet);
    frame.contentWindow?.postMessage(hereAreThePorts, origin, [own.port2, reel.port2]);
  };
  addEventListener('message', greet);
  if (isUp) givePorts();

  return {
    send: (message) => own.port1.postMessage(message),
    reelPort: reel.port1,
    stop: () => {
      removeEventListener('message', greet);
      own.port1.close();
    },
  };
}
