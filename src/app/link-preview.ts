/** The page's end of the channel to a preview. Gives the port only to that frame and only on the
 * origin it was loaded from. */
import {
  hereIsThePort,
  previewIsUp,
  type FromPreview,
  type ToPreview,
} from '#frame/preview-messages.ts';

/** The preview's document lies beside the replay frame's. */
export const previewAddress = (replayUrl: string): string =>
  new URL('preview.html', new URL(replayUrl, location.href)).href;

export function linkPreview(
  frame: HTMLIFrameElement,
  address: string,
  onMessage: (message: FromPreview) => void,
): { readonly send: (message: ToPreview) => void; readonly stop: () => void } {
  const { origin } = new URL(address);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event: MessageEvent<FromPreview>) => onMessage(event.data);
  const greet = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    if (event.data !== previewIsUp) return;
    removeEventListener('message', greet);
    frame.contentWindow?.postMessage(hereIsThePort, origin, [port2]);
  };
  addEventListener('message', greet);
  frame.src = `${address}#${encodeURIComponent(location.origin)}`;
  return {
    send: (message) => port1.postMessage(message),
    stop: () => {
      removeEventListener('message', greet);
      port1.close();
    },
  };
}
