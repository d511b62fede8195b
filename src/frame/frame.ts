/** Starts the document in which a recording plays. It listens to its parent alone, on the origin
 * named in its own address, takes two ports from it, and does what comes over those ports. */
import type { ReelToScreen } from '#reel/reel-messages.ts';
import tokensCss from '#ui/tokens.css?inline';
import frameCss from './frame.css?inline';
import { hereAreThePorts, screenIsUp, type ToScreen } from './screen-messages.ts';
import { Screen } from './screen.ts';

const appOrigin = decodeURIComponent(location.hash.slice(1));

function open(app: MessagePort, reel: MessagePort): void {
  const screen = new Screen(
    document.body,
    (message) => app.postMessage(message),
    (message) => reel.postMessage(message),
  );
  app.onmessage = (event: MessageEvent<ToScreen>) => screen.take(event.data);
  reel.onmessage = (event: MessageEvent<ReelToScreen>) => screen.takeFromReel(event.data);
}

function greet(event: MessageEvent): void {
  const [app, reel] = event.ports;
  if (event.source !== parent || event.origin !== appOrigin) return;
  if (event.data !== hereAreThePorts || app === undefined || reel === undefined) return;
  removeEventListener('message', greet);
  open(app, reel);
}

if (parent !== window && URL.canParse(appOrigin)) {
  // The policy of this document refuses linked stylesheets.
  const style = document.createElement('style');
  style.textContent = [tokensCss, frameCss].join('\n');
  document.head.append(style);
  addEventListener('message', greet);
  addEventListener('unhandledrejection', (event) => {
    // The replayer starts and stops recorded films, which are not in the recording.
    if (event.reason instanceof DOMException) event.preventDefault();
  });
  parent.postMessage(screenIsUp, appOrigin);
}
