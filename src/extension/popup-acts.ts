/** Which buttons the popup offers in which state. */
import type { TabReport, TabState } from './tab-state.ts';

export type PopupAct =
  'settings' | 'start' | 'read' | 'pause' | 'resume' | 'stop' | 'discard' | 'withdraw';

export interface PopupButton {
  readonly act: PopupAct;
  readonly label: string;
  readonly kind: 'primary' | 'secondary' | 'plain';
}

const primary = (act: PopupAct, label: string): PopupButton => ({ act, label, kind: 'primary' });
const stopping: readonly PopupButton[] = [
  { act: 'stop', label: 'Stop', kind: 'secondary' },
  { act: 'discard', label: 'Stop and discard', kind: 'plain' },
];

export function buttonsFor({ state, live }: TabReport): readonly PopupButton[] {
  const own = buttonsOf(state);
  if (live === undefined) return own;
  // A recording goes on in other tabs: it can be ended from any of them.
  const going: PopupButton =
    live === 'paused'
      ? { act: 'resume', label: 'Resume', kind: own.length > 0 ? 'secondary' : 'primary' }
      : { act: 'pause', label: 'Pause', kind: 'secondary' };
  return [...own, going, ...stopping];
}

function buttonsOf(state: TabState): readonly PopupButton[] {
  switch (state.kind) {
    case 'not set up':
      return [primary('settings', 'Set up')];
    case 'needs permission':
    case 'ready':
      return [primary('start', 'Start recording')];
    case 'asking':
      return [primary('read', 'Read and answer')];
    case 'ended':
      return [primary('start', state.why === 'declined' ? 'Read it again' : 'Record again')];
    case 'refused':
      return [{ act: 'start', label: 'Try again', kind: 'secondary' }];
    default:
      return [];
  }
}

export interface Confirmation {
  readonly sentence: string;
  readonly label: string;
}

/** What can't be undone is asked a second time. */
export const confirmations: Partial<Record<PopupAct, Confirmation>> = {
  discard: {
    sentence: 'This recording is deleted here and on the server. It can’t be brought back.',
    label: 'Discard',
  },
  withdraw: {
    sentence:
      'You are not recorded any more, and everything recorded of you for this project is taken back.',
    label: 'Withdraw',
  },
};
