/** Starts everything that is recorded of a page. Sends nothing anywhere: `emit` is the caller's. */
import { record } from '@rrweb/record';
import type { IMirror, RecordPlugin, eventWithTime } from '@rrweb/types';
import { clipboardPlugin, keystrokesPlugin, navigationPlugin } from '#core/plugin-events.ts';
import { maskValue, neverSecret, type FidelityOf } from './field-fidelity.ts';
import type { Tracker } from './listen.ts';
import { trackClipboard } from './track-clipboard.ts';
import { trackKeystrokes } from './track-keystrokes.ts';
import { trackNavigation } from './track-navigation.ts';

interface RecordingOptions {
  readonly emit: (event: eventWithTime) => void;
  readonly fidelityOf: FidelityOf;
}

const checkoutEveryMs = 5 * 60_000;

/** Throws where the page can't be recorded. */
export function recordPage(options: RecordingOptions): Tracker {
  const fidelityOf = neverSecret(options.fidelityOf);
  const stop = record({
    emit: options.emit,
    checkoutEveryNms: checkoutEveryMs,
    userTriggeredOnInput: true,
    // `select` is absent: rrweb would drop which option is chosen, and with it the page's look.
    maskInputOptions: { input: true, textarea: true, password: true } as { password: boolean },
    maskInputFn: (value, field) => maskValue(value, fidelityOf(field)),
    slimDOMOptions: true,
    sampling: { mousemove: 50, scroll: 100, media: 800, input: 'all' },
    plugins: pluginsFor(fidelityOf),
  });
  if (stop === undefined) throw new Error('This page can not be recorded.');
  return { stop };
}

function pluginsFor(fidelityOf: FidelityOf): RecordPlugin[] {
  let mirror: IMirror<Node> | undefined;
  const nodeOf = (element: Element) => mirror?.getId(element) ?? -1;
  const plugin = (name: string, observer: RecordPlugin['observer']): RecordPlugin => ({
    name,
    observer,
    options: {},
    getMirror: ({ nodeMirror }) => {
      mirror = nodeMirror;
    },
  });
  return [
    plugin(
      keystrokesPlugin,
      (emit, window) => trackKeystrokes({ target: window, nodeOf, fidelityOf, emit }).stop,
    ),
    plugin(
      clipboardPlugin,
      (emit, window) => trackClipboard({ window, nodeOf, fidelityOf, emit }).stop,
    ),
    plugin(navigationPlugin, (emit, window) =>
      // A frame's address is not the tab's.
      window === window.parent ? trackNavigation({ window, emit }).stop : () => undefined,
    ),
  ];
}
