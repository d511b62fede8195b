/** Starts the document in which a recording plays. It listens to its parent alone, on the origin
 * named in its own address, takes two ports from it, and does what comes over those ports. */
import type { ReelToScreen } from '#reel/reel-messages.ts';
import tokensCss from '#ui/tokens.css?inline';
import frameCss from './frame.css?inline';
import { hereAreThePorts, screenIsUp, type ToScreen } from './screen-messages.ts';
import { Screen } from './screen.ts';

/** Where a page is wanted at once it is told by then. */
const patienceMs = 50;

const appOrigin = decodeURIComponent(location.hash.slice(1));

function comeUp(): void {
  let ports: { readonly app: MessagePort; readonly reel: MessagePort } | undefined;
  const screen = new Screen(
    document.body,
    (message) => ports?.app.postMessage(message),
    (message) => ports?.reel.postMessage(message),
  );
  const greet = (event: MessageEvent) => {
    const [app, reel] = event.ports;
    if (event.source !== parent || event.origin !== appOrigin) return;
    if (event.data !== hereAreThePorts || app === undefined || reel === undefined) return;
    removeEventListener('message', greet);
    ports = { app, reel };
    app.onmessage = (event: MessageEvent<ToScreen>) => screen.take(event.data);
    reel.onmessage = (event: MessageEvent<ReelToScreen>) => screen.takeFromReel(event.data);
  };
  addEventListener('message', greet);
  parent.postMessage(screenIsUp, appOrigin);
  setTimeout(() => {
    if (ports === undefined) screen.warmUp();
  }, patienceMs);
}

if (parent !== window && URL.canParse(appOrigin)) {
  // The policy of this document refuses linked stylesheets.
  const style = document.createElement('style');
  style.textContent = [tokensCss, frameCss].join('\n');
  document.head.append(style);
  addEventListener('unhandledrejection', (event) => {
    // The replayer starts and stops recorded films, which are not in the recording.
    if (event.reason instanceof DOMException) event.preventDefault();
  });
  comeUp();
}
