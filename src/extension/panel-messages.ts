/** What the extension's own pages ask of its background. Recorded pages can't speak this. */
import type { Purpose } from '#core/consent.ts';
import type { RecorderSettings } from '#delivery/keeper-messages.ts';

export type PersonAct = 'pause' | 'resume' | 'stop' | 'discard' | 'withdraw';

/** `tab` is the browser's number of the tab that is meant. */
export type PanelMessage =
  | { readonly kind: 'report'; readonly tab: number }
  | { readonly kind: 'start'; readonly tab: number }
  | { readonly kind: 'act'; readonly tab: number; readonly act: PersonAct }
  | { readonly kind: 'answer'; readonly tab: number; readonly purposes: readonly Purpose[] }
  /** Use this connection from now on; answered with `Connected`. */
  | {
      readonly kind: 'connect';
      readonly settings: RecorderSettings;
      readonly site: string;
      readonly save: boolean;
    };

export type Connected =
  | { readonly ok: true; readonly project: string; readonly sites: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** Only the extension's own pages are heard: a recorded page's script may speak in its tab's name. */
export function isPanel(sender: chrome.runtime.MessageSender): boolean {
  return sender.id === chrome.runtime.id && sender.origin === `chrome-extension://${sender.id}`;
}
