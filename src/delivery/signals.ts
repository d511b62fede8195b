/** What keepers that share a shelf tell each other at once; the shelf itself holds the truth. */
import type { SessionId } from '#core/ids.ts';

export type Signal =
  /** Something about a recording changed: look at the shelf. */
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'ended';
      readonly session: SessionId;
      readonly why: 'stopped' | 'discarded' | 'withdrawn';
    }
  /** Is any page on the line that this tab belongs to? */
  | { readonly kind: 'who holds'; readonly session: SessionId; readonly tab: number }
  | { readonly kind: 'held'; readonly session: SessionId; readonly tab: number };

export interface Signals {
  tell(signal: Signal): void;
  /** Hears what others tell, never its own. */
  listen(hear: (signal: Signal) => void): void;
  close(): void;
  /** How long an answer may take; 0 when there is nobody to answer. */
  readonly patienceMs: number;
}

/** Among the workers of one origin. */
export function broadcastSignals(name: string): Signals {
  const channel = new BroadcastChannel(name);
  return {
    tell: (signal) => channel.postMessage(signal),
    listen(hear) {
      channel.onmessage = ({ data }) => hear(data as Signal);
    },
    close: () => channel.close(),
    patienceMs: 250,
  };
}

/** For the only keeper of a shelf. */
export const noSignals: Signals = {
  tell: () => undefined,
  listen: () => undefined,
  close: () => undefined,
  patienceMs: 0,
};
