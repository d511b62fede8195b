/**
 * The way between the recorder in the page and the bridge beside it: DOM events, because they are
 * heard while they are sent, also in the last moment of a page. Any script of the page can hear and
 * forge them, so nothing secret travels here and nothing that arrives is believed.
 */
import type { FromKeeper } from '#delivery/keeper-messages.ts';

export type FromPageWire =
  | { readonly kind: 'hello' }
  /** The recorder in the page ended by itself. */
  | { readonly kind: 'bye' }
  /** `text` is a `ToKeeper` as JSON; `through` the last event's number when it carries events. */
  | {
      readonly kind: 'say';
      readonly what: string;
      readonly text: string;
      readonly through?: number;
    };

export type FromBridgeWire =
  { readonly kind: 'ready' } | { readonly kind: 'heard'; readonly message: FromKeeper };

const upName = 'tasktape:page';
const downName = 'tasktape:bridge';

export const sendUp = (message: FromPageWire) => send(upName, message);
export const sendDown = (message: FromBridgeWire) => send(downName, message);
export const hearUp = (hear: (message: FromPageWire) => void) => listenTo(upName, hear);
export const hearDown = (hear: (message: FromBridgeWire) => void) => listenTo(downName, hear);

function send(name: string, message: FromPageWire | FromBridgeWire): void {
  // As text, because objects of one script world are not readable in the other.
  window.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(message) }));
}

function listenTo<Message>(name: string, hear: (message: Message) => void): { stop: () => void } {
  const onEvent = (event: Event) => {
    const message = read((event as CustomEvent<unknown>).detail);
    if (message !== undefined) hear(message as Message);
  };
  window.addEventListener(name, onEvent);
  return { stop: () => window.removeEventListener(name, onEvent) };
}

function read(detail: unknown): object | undefined {
  if (typeof detail !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(detail);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
