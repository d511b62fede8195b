/**
 * Stands beside the recorded page in a script world of its own and joins the page's wire to the
 * background. It decides nothing: what may be said is checked in the background.
 */
import type { FromKeeper } from '#delivery/keeper-messages.ts';
import { Relay, type Connection } from './relay.ts';
import { hearUp, sendDown } from './wire.ts';

declare global {
  var tasktapeBridge: boolean | undefined;
}

/** The name of a page's port; the panels of the extension speak by messages, not ports. */
const portName = 'page';

function connect(hear: (message: FromKeeper) => void, lost: () => void): Connection {
  const port = chrome.runtime.connect({ name: portName });
  port.onMessage.addListener(hear);
  port.onDisconnect.addListener(lost);
  return {
    post: (text) => {
      try {
        port.postMessage(text);
      } catch {
        // The port broke a moment ago: what was said is held and said again.
      }
    },
    close: () => port.disconnect(),
  };
}

function start(): void {
  if (globalThis.tasktapeBridge) return;
  globalThis.tasktapeBridge = true;
  const relay = new Relay({
    connect,
    toPage: (message) => sendDown({ kind: 'heard', message }),
    after: (ms, act) => void setTimeout(act, ms),
    over: () => {
      globalThis.tasktapeBridge = false;
      wire.stop();
    },
  });
  const wire = hearUp((message) => {
    if (message.kind === 'hello') sendDown({ kind: 'ready' });
    else if (message.kind === 'say') relay.say(message);
    else if (message.kind === 'bye') relay.leave();
  });
  sendDown({ kind: 'ready' });
}

// A page that the browser loads ahead is not being looked at by anyone yet.
if ((document as { prerendering?: boolean }).prerendering)
  document.addEventListener('prerenderingchange', start, { once: true });
else start();
