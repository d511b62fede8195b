/** Starts everything that is recorded of a page. Sends nothing anywhere: `emit` is the caller's. */
import { record } from '@rrweb/record';
import type { IMirror, RecordPlugin, eventWithTime } from '@rrweb/types';
import { maskValue, neverSecret, type FidelityOf } from '#trackers/field-fidelity.ts';
import { frameTrackers } from '#trackers/frame-trackers.ts';
import type { Tracker } from '#trackers/listen.ts';
import { ownSelector } from '#sign/own-elements.ts';

interface RecordingOptions {
  readonly emit: (event: eventWithTime) => void;
  readonly fidelityOf: FidelityOf;
  /** Parts that are left out, by selector. */
  readonly block?: readonly string[];
  /** Elements that must not appear at all, not even as a box. */
  readonly unseen?: readonly Element[];
  /** Called for the page and each frame in it, before anything listens there. */
  readonly enterFrame?: (window: Window) => Tracker;
}

export interface PageRecording extends Tracker {
  readonly takeSnapshot: () => void;
}

const checkoutEveryMs = 5 * 60_000;
// rrweb's mark for nodes that it passes over.
const ignoredId = -2;
const editable = '[contenteditable]:not([contenteditable="false" i]), textarea';

/** Throws where the page can't be recorded. */
export function recordPage(options: RecordingOptions): PageRecording {
  const fidelityOf = neverSecret(options.fidelityOf);
  const mask = (text: string, field: Element | null) =>
    maskValue(text, field === null ? 'none' : fidelityOf(field));
  const stop = record({
    emit: options.emit,
    checkoutEveryNms: checkoutEveryMs,
    recordAfter: 'DOMContentLoaded',
    userTriggeredOnInput: true,
    // `select` is absent: rrweb would drop which option is chosen, and with it the page's look.
    maskInputOptions: { input: true, textarea: true, password: true } as { password: boolean },
    maskInputFn: mask,
    maskTextSelector: editable,
    maskTextFn: mask,
    blockSelector: [ownSelector, ...(options.block ?? [])].join(', '),
    slimDOMOptions: true,
    sampling: { mousemove: 50, scroll: 100, media: 800, input: 'all' },
    plugins: pluginsFor(fidelityOf, options),
    errorHandler: () => true,
  });
  if (stop === undefined) throw new Error('This page can not be recorded.');
  return {
    stop,
    takeSnapshot: () => record.takeFullSnapshot(true),
  };
}

/** A node of the page that is being recorded, by the id that its events carry. */
export function recordedNode(id: number): Node | undefined {
  return record.mirror.getNode(id) ?? undefined;
}

function pluginsFor(fidelityOf: FidelityOf, options: RecordingOptions): RecordPlugin[] {
  let mirror: IMirror<Node> | undefined;
  const nodeOf = (element: Element) => mirror?.getId(element) ?? -1;
  const getMirror: RecordPlugin['getMirror'] = ({ nodeMirror }) => {
    mirror = nodeMirror;
    for (const element of options.unseen ?? [])
      mirror.add(element, {
        id: ignoredId,
        type: 2,
        tagName: element.localName,
        attributes: {},
        childNodes: [],
      });
  };
  const enter: RecordPlugin = {
    name: 'tasktape/frame',
    options: {},
    getMirror,
    observer: (_emit, window) => {
      const entered = options.enterFrame?.(window);
      return () => entered?.stop();
    },
  };
  const trackers = Object.entries(frameTrackers({ nodeOf, fidelityOf })).map(
    ([name, track]): RecordPlugin => ({
      name,
      options: {},
      observer: (emit, window) => track(window, emit).stop,
    }),
  );
  return [enter, ...trackers];
}
