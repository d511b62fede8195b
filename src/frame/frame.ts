/** Starts the document in which a recording plays. It listens to its parent alone, on the origin
 * named in its own address, takes one port from it, and does what comes over that port. */
import playerCss from 'rrweb-player/dist/style.css?inline';
import tokensCss from '#ui/tokens.css?inline';
import { FrameStage } from './frame-stage.ts';
import { frameIsUp, hereIsThePort, type ToFrame } from './frame-messages.ts';
import frameCss from './frame.css?inline';

const appOrigin = decodeURIComponent(location.hash.slice(1));

function open(port: MessagePort): void {
  const stage = new FrameStage(document.body, (message) => port.postMessage(message));
  port.onmessage = (event: MessageEvent<ToFrame>) => stage.take(event.data);
}

function greet(event: MessageEvent): void {
  const [port] = event.ports;
  if (event.source !== parent || event.origin !== appOrigin) return;
  if (event.data !== hereIsThePort || port === undefined) return;
  removeEventListener('message', greet);
  open(port);
}

if (parent !== window && URL.canParse(appOrigin)) {
  // The policy of this document refuses linked stylesheets.
  const style = document.createElement('style');
  style.textContent = [playerCss, tokensCss, frameCss].join('\n');
  document.head.append(style);
  addEventListener('message', greet);
  addEventListener('unhandledrejection', (event) => {
    // The player starts and stops recorded media, which are not in the recording.
    if (event.reason instanceof DOMException) event.preventDefault();
  });
  parent.postMessage(frameIsUp, appOrigin);
}
