/** The sign on the toolbar button of one browser tab. */
import type { TabState } from './tab-state.ts';

interface Sign {
  readonly text: string;
  readonly title: string;
  readonly colour?: string;
}

const signs: Partial<Record<TabState['kind'], Sign>> = {
  recording: { text: 'REC', colour: '#c4262e', title: 'Tasktape is recording this tab' },
  paused: { text: '❚❚', colour: '#5b6075', title: 'Tasktape is paused' },
  asking: { text: '?', colour: '#5a4fcf', title: 'Tasktape needs your answer' },
  refused: { text: '!', colour: '#8a5a00', title: 'Tasktape can’t record here' },
};

const none: Sign = { text: '', title: 'Tasktape recorder' };

export function showBadge(tabId: number, kind: TabState['kind'] | undefined): void {
  const { text, title, colour } = (kind && signs[kind]) ?? none;
  const { action } = chrome;
  const shown = [action.setBadgeText({ tabId, text }), action.setTitle({ tabId, title })];
  if (colour) {
    shown.push(action.setBadgeBackgroundColor({ tabId, color: colour }));
    shown.push(action.setBadgeTextColor({ tabId, color: '#ffffff' }));
  }
  // The tab may have been closed meanwhile.
  Promise.all(shown).catch(() => undefined);
}
